import { z } from 'zod';
import { readReply } from '../client/read-reply.ts';
import { tryAgain } from '../client/try-again.ts';
import { makeWebClient } from '../client/make-web-client.ts';
import type { Identity } from './is-ours.ts';

const timeoutMs = 10_000;

const authTest = z.object({
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  user_id: z.string(),
  bot_id: z.string(),
});
const botsInfo = z.object({ bot: z.object({ app_id: z.string() }) });

/** Asks Slack whose token this is. Throws `SlackFault`. */
export async function readIdentity(token: string, apiUrl: string): Promise<Identity> {
  const slack = makeWebClient(token, apiUrl, timeoutMs);
  const signal = AbortSignal.timeout(timeoutMs);
  const tested = await tryAgain(signal, () => slack.auth.test());
  const { team_id, enterprise_id, user_id, bot_id } = readReply('auth.test', authTest, tested);
  const about = await tryAgain(signal, () => slack.bots.info({ bot: bot_id }));
  return {
    app: readReply('bots.info', botsInfo, about).bot.app_id,
    team: team_id,
    enterprise: enterprise_id ?? undefined,
    user: user_id,
    bot: bot_id,
  };
}
