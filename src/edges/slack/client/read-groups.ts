import { z } from 'zod';
import { makeWebClient } from './make-web-client.ts';
import type { SlackAccess } from './read-grant.ts';
import { readReply } from './read-reply.ts';
import { slackUrl } from './slack-url.ts';
import { tryAgain } from './try-again.ts';

/** A user group, as Slack describes it. `members`: how many people. */
export type UserGroup = {
  readonly id: string;
  readonly isEnabled: boolean;
  readonly members: number;
};

const reply = z.object({
  usergroups: z.array(
    z.object({
      id: z.string(),
      date_delete: z.number().default(0),
      user_count: z.coerce.number().default(0),
    }),
  ),
});

/** All user groups of the workspace, also those that are disabled. Throws `SlackFault`. */
export async function readGroups(
  { token, apiUrl }: SlackAccess,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<readonly UserGroup[]> {
  const client = makeWebClient(token, apiUrl ?? slackUrl, timeoutMs);
  const tried = await tryAgain(signal, () =>
    client.usergroups.list({ include_disabled: true, include_count: true }),
  );
  return readReply('usergroups.list', reply, tried).usergroups.map((group) => ({
    id: group.id,
    isEnabled: group.date_delete === 0,
    members: group.user_count,
  }));
}
