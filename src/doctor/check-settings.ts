import { readBotSettings } from '#src/bot/bot-settings.ts';
import { ok, type Outcome } from './check.ts';

/** Whether the environment holds what the bot needs of Slack, and how Slack would reach it. Throws `ConfigFault`. */
export function checkSettings(env: Readonly<Record<string, string | undefined>>): Outcome {
  const { mode, apiUrl } = readBotSettings(env);
  const address = apiUrl === undefined ? '' : ` Slack is at ${new URL(apiUrl).host}.`;
  return mode.kind === 'socket'
    ? ok(`Socket Mode: the bot connects to Slack, and no port is open.${address}`)
    : ok(`HTTP: Slack calls the bot, which listens on ${mode.host}, port ${mode.port}.${address}`);
}
