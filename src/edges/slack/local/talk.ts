import type { ChannelId } from '#src/access/room.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { Message } from '../write/write-post.ts';

/** A message as it stands. `ts`: its name, which sorts by age. `author`: who wrote it; undefined: the bot. `onlyFor`: who alone sees it. */
export type LocalMessage = Message & {
  readonly ts: string;
  readonly channel: ChannelId;
  readonly thread: string | undefined;
  readonly author: PersonId | undefined;
  readonly onlyFor: PersonId | undefined;
};

/** One that has no name yet. What is not said: it is the bot's, in no thread, for all. */
type NewLocalMessage = Pick<LocalMessage, 'channel' | 'text' | 'blocks'> &
  Partial<Pick<LocalMessage, 'thread' | 'author' | 'onlyFor'>>;

/** What was said on the local page, in memory. */
export type Talk = {
  /** Returns the name of the new message. */
  add(message: NewLocalMessage): string;
  /** False: there is no such message. */
  change(channel: string, ts: string, message: Message): boolean;
  /** What somebody sees of a channel, oldest first. */
  seen(channel: ChannelId, person: PersonId): readonly LocalMessage[];
};

/** Older ones are forgotten, and with them what only they showed. */
const mostMessages = 500;

const nothingMore = { thread: undefined, author: undefined, onlyFor: undefined };

/** Nothing was said yet. `changed`: called with the channel in which something has changed. */
export function makeTalk(clock: () => Date, changed: (channel: ChannelId) => void): Talk {
  const messages: LocalMessage[] = [];
  let count = 0;
  const at = (channel: string, ts: string): number =>
    messages.findIndex((message) => message.channel === channel && message.ts === ts);
  return {
    add: (message) => {
      count += 1;
      const seconds = Math.floor(clock().getTime() / 1000);
      const ts = `${seconds}.${String(count).padStart(6, '0')}`;
      messages.push({ ...nothingMore, ...message, ts });
      if (messages.length > mostMessages) messages.shift();
      changed(message.channel);
      return ts;
    },
    change: (channel, ts, { text, blocks }) => {
      const index = at(channel, ts);
      const found = messages[index];
      if (found === undefined) return false;
      messages[index] = { ...found, text, blocks };
      changed(found.channel);
      return true;
    },
    seen: (channel, person) =>
      messages.filter(
        (message) =>
          message.channel === channel &&
          (message.onlyFor === undefined || message.onlyFor === person),
      ),
  };
}
