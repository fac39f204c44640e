import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Clock } from '#src/state/store.ts';
import { hasRefused } from './attempt.ts';
import { makeKept } from './kept.ts';
import { makeShare } from './make-share.ts';
import { readReply } from './read-reply.ts';
import { tryAgain } from './try-again.ts';

/** `usergroups.users.list` is good for about 20 calls a minute, of all groups together. */
const keepMs = 60_000;
const mostKept = 100;

const reply = z.object({ users: z.array(z.string()) });

/** Reads the members of a user group, up to a minute old. Of one that is disabled, or that Slack does not know: nobody. It throws `SlackFault`. */
export function makeReadGroup(
  client: WebClient,
  clock: Clock,
): (group: string, signal: AbortSignal) => Promise<ReadonlySet<string>> {
  const kept = makeKept<ReadonlySet<string>>(clock, keepMs, mostKept);
  const share = makeShare<ReadonlySet<string>>();
  const read = async (usergroup: string, signal: AbortSignal): Promise<ReadonlySet<string>> => {
    const tried = await tryAgain(signal, () => client.usergroups.users.list({ usergroup }));
    const users = hasRefused(tried, ['no_such_subteam'])
      ? []
      : readReply('usergroups.users.list', reply, tried).users;
    const members = new Set(users);
    kept.put(usergroup, members);
    return members;
  };
  return async (group, signal) => kept.get(group) ?? share(group, () => read(group, signal));
}
