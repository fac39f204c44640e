import { LogLevel, WebClient, type Logger } from '@slack/web-api';
import { Fault } from '#src/fault.ts';
import { isLoopback } from './slack-address.ts';

/**
 * Slack's client, each request once and within `timeoutMs`: who may try again decides that by itself. It logs nothing, for it would log bodies. Throws
 * `ConfigFault` where the token would leave unencrypted.
 */
export function makeWebClient(token: string, apiUrl: string, timeoutMs: number): WebClient {
  const { protocol } = new URL(apiUrl);
  if (protocol !== 'https:' && !isLoopback(apiUrl))
    throw new Fault('ConfigFault', 'slack', 'the address of Slack must begin with https://');
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    maxRequestConcurrency: 32,
    logger: silent,
  });
}

const nothing = () => undefined;
const silent: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};
