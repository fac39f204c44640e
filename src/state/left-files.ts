import type { Message } from './message.ts';
import type { Store } from './store.ts';

/** So long an answer that may have been posted keeps its picture: its owner was asked to look. One that stands, without Slack listing where, loses it then. */
const keepMs = 7 * 24 * 60 * 60 * 1000;

/** Messages whose file is in Slack though nobody may see it, at most `limit`. Throws `StoreFault`. */
export const leftFiles = (
  { messages }: Pick<Store, 'messages'>,
  now: Date,
  limit: number,
): Promise<readonly Message[]> => messages.leftFiles(new Date(now.getTime() - keepMs), limit);
