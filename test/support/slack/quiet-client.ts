import { LogLevel, WebClient, type Logger } from '@slack/web-api';
import type { FakeSlack } from './fake-slack.ts';

/** A logger that says nothing. */
export const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** Slack's own client of a fake, with no retries: what it is told is what came. */
export function makeQuietClient(
  { apiUrl, botToken }: Pick<FakeSlack, 'apiUrl' | 'botToken'>,
  { token = botToken, timeout = 2000 }: { token?: string; timeout?: number } = {},
): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    logger: quiet,
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}
