import { z } from 'zod';
import { parseSlackPerson, type PersonId } from '#src/state/actor.ts';
import { makeWebClient } from './make-web-client.ts';
import { readReply } from './read-reply.ts';
import { slackUrl } from './slack-url.ts';
import { tryAgain } from './try-again.ts';

/** A token of Slack, and the address at which it is good: slack.com's where none is said. */
export type SlackAccess = { readonly token: string; readonly apiUrl: string | undefined };

/** What Slack says of a bot's token: whose it is, and what it may do. `scopes`: undefined where Slack does not say. */
export type Grant = {
  readonly workspace: string;
  readonly bot: string;
  readonly botUser: PersonId;
  readonly scopes: readonly string[] | undefined;
};

const reply = z.object({
  team: z.string(),
  user: z.string(),
  user_id: z.string().transform((id, context) => {
    const person = parseSlackPerson(id);
    if (person !== undefined) return person;
    context.addIssue('is no ID of a user');
    return z.NEVER;
  }),
  bot_id: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** Reads what a bot's token is good for. Throws `SlackFault`, and `ConfigFault` where the token would leave unencrypted. */
export async function readGrant(
  { token, apiUrl }: SlackAccess,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Grant> {
  const client = makeWebClient(token, apiUrl ?? slackUrl, timeoutMs);
  const tried = await tryAgain(signal, () => client.auth.test());
  const { team, user, user_id, response_metadata } = readReply('auth.test', reply, tried);
  return { workspace: team, bot: user, botUser: user_id, scopes: response_metadata?.scopes };
}
