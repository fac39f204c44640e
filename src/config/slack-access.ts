import { readBotSettings } from '#src/bot/bot-settings.ts';
import type { SlackAccess } from '#src/edges/slack/client/read-grant.ts';

/**
 * The bot's token and where it is good, from the environment: to ask Slack something it does not matter how Slack reaches the bot. Throws `ConfigFault` where it is
 * missing or malformed.
 */
export function readSlackAccess(env: Readonly<Record<string, string | undefined>>): SlackAccess {
  const { token, apiUrl } = readBotSettings({
    SLACK_BOT_TOKEN: env['SLACK_BOT_TOKEN'],
    SLACK_API_URL: env['SLACK_API_URL'],
    SLACK_SIGNING_SECRET: 'not-needed-to-ask',
  });
  return { token, apiUrl };
}
