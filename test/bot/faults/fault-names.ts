import type { SlackFailure } from '#test/support/slack/start-fake-slack.ts';

/** What may go wrong with a call to Slack, by the name under which people read of it. */
export const faults = {
  'asked to wait (429)': { kind: 'ratelimited', retryAfterS: 1 },
  'HTTP 500': { kind: 'http', status: 500 },
  'an HTML page (503)': { kind: 'http', status: 503 },
  'no answer, nothing done': { kind: 'hang' },
  'no answer, but done': { kind: 'hangAfter' },
  'connection broken, nothing done': { kind: 'reset' },
  'connection broken, but done': { kind: 'resetAfter' },
  invalid_blocks: { kind: 'error', error: 'invalid_blocks' },
  msg_too_long: { kind: 'error', error: 'msg_too_long' },
  not_in_channel: { kind: 'error', error: 'not_in_channel' },
  is_archived: { kind: 'error', error: 'is_archived' },
  channel_not_found: { kind: 'error', error: 'channel_not_found' },
  token_revoked: { kind: 'error', error: 'token_revoked' },
  missing_scope: { kind: 'error', error: 'missing_scope' },
  fatal_error: { kind: 'error', error: 'fatal_error' },
  service_unavailable: { kind: 'error', error: 'service_unavailable' },
  thread_not_found: { kind: 'error', error: 'thread_not_found' },
  expired_trigger_id: { kind: 'error', error: 'expired_trigger_id' },
  file_not_found: { kind: 'error', error: 'file_not_found' },
  user_disabled: { kind: 'error', error: 'user_disabled' },
} as const satisfies Readonly<Record<string, SlackFailure>>;

export type FaultName = keyof typeof faults;
