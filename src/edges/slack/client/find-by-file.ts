import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { hasRefused } from './attempt.ts';
import { findDirect } from './open-direct.ts';
import { readReply } from './read-reply.ts';
import { tryAgain } from './try-again.ts';

const places = z.record(z.string(), z.array(z.object({ ts: z.string().optional() }))).optional();
const reply = z.object({
  file: z.object({ shares: z.object({ public: places, private: places }).nullish() }),
});

/**
 * The message of a channel that shows a file, by its name; `to` may be a person, for the direct message with them. Undefined proves nothing: Slack need not list
 * it. Throws `SlackFault`.
 */
export async function findByFile(
  client: WebClient,
  to: string,
  file: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const channel = /^[UW]/u.test(to) ? await findDirect(client, to, signal) : to;
  const tried = await tryAgain(signal, () => client.files.info({ file }));
  if (channel === undefined || hasRefused(tried, ['file_not_found', 'file_deleted']))
    return undefined;
  const { shares } = readReply('files.info', reply, tried).file;
  const shown = [...(shares?.public?.[channel] ?? []), ...(shares?.private?.[channel] ?? [])];
  return shown.find(({ ts }) => ts !== undefined)?.ts;
}
