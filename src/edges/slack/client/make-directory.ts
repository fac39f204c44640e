import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Clock } from '#src/state/store.ts';
import { hasRefused } from './attempt.ts';
import { eachOf } from './each-of.ts';
import { makeKept } from './kept.ts';
import { makeShare } from './make-share.ts';
import { readMember, slackUser, unknownMember, type Member } from './member.ts';
import { nextPage, pageSize, readPages } from './read-pages.ts';
import { readReply } from './read-reply.ts';
import type { ReadSelf } from './make-read-self.ts';
import { tryAgain } from './try-again.ts';

/**
 * Who people are. What is said of somebody may be up to 5 minutes old: that they are a guest, came from another organisation or left. Whom Slack does not know is
 * a stranger. Throws `SlackFault`; what was learnt before it is kept, so that the next try gets further.
 */
export type Directory = (
  users: readonly string[],
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, Member>>;

const keepMs = 300_000;
const mostKept = 50_000;
/** `users.info` is good for about 100 calls a minute, `users.list` for 20 pages: above this the list is cheaper. */
const mostOneByOne = 60;
const atOnce = 8;

const infoReply = z.object({ user: slackUser });
const listReply = z.object({ members: z.array(slackUser), response_metadata: nextPage });

/** The directory of the bot's workspace. */
export function makeDirectory(client: WebClient, readSelf: ReadSelf, clock: Clock): Directory {
  const kept = makeKept<Member>(clock, keepMs, mostKept);
  // Where a list was broken off, as by a rate limit: the next one goes on there.
  const brokenOff = makeKept<{ readonly cursor: string | undefined }>(clock, keepMs, 1);
  const shareUser = makeShare<Member>();
  const shareList = makeShare<void>();

  const readUser = async (user: string, signal: AbortSignal): Promise<Member> => {
    const tried = await tryAgain(signal, () => client.users.info({ user }));
    const isUnknown = hasRefused(tried, ['user_not_found', 'user_not_visible']);
    const member = isUnknown
      ? unknownMember
      : readMember(readReply('users.info', infoReply, tried).user, await readSelf(signal));
    kept.put(user, member);
    return member;
  };

  const readListPage = async (cursor: string | undefined, signal: AbortSignal) => {
    const tried = await tryAgain(signal, () =>
      client.users.list({ limit: pageSize, ...(cursor === undefined ? {} : { cursor }) }),
    );
    const { members, response_metadata } = readReply('users.list', listReply, tried);
    return { items: members, next: response_metadata?.next_cursor };
  };

  const readList = async (signal: AbortSignal): Promise<void> => {
    const self = await readSelf(signal);
    const start = brokenOff.get('')?.cursor;
    brokenOff.put('', { cursor: undefined });
    const pages = readPages('users.list', (cursor) => readListPage(cursor, signal), start);
    for await (const { items, next } of pages) {
      for (const user of items) kept.put(user.id, readMember(user, self));
      brokenOff.put('', { cursor: next === '' ? undefined : next });
    }
  };

  return async (users, signal) => {
    const found = new Map<string, Member>();
    const lookUp = (wanted: readonly string[]): readonly string[] =>
      wanted.filter((user) => {
        const member = kept.get(user);
        if (member !== undefined) found.set(user, member);
        return member === undefined;
      });
    const missing = lookUp(users);
    if (missing.length > mostOneByOne) await shareList('', () => readList(signal));
    const rest = missing.length > mostOneByOne ? lookUp(missing) : missing;
    await eachOf(rest, atOnce, async (user) => {
      found.set(user, await shareUser(user, () => readUser(user, signal)));
    });
    return found;
  };
}
