import { Fault } from '#src/fault.ts';
import type { Attempt } from './attempt.ts';
import type { Failure } from './failure.ts';

/** A failure as a fault. `request`: what was tried, such as the name of the method. Its message holds nothing of a body but short codes. */
export function slackFault(request: string, failure: Failure): Fault {
  switch (failure.kind) {
    case 'said':
      return makeSlackFault(failure.code, `${request}: ${sayCode(failure)}`, {
        retryable: passing.has(failure.code),
      });
    case 'ratelimited':
      return makeSlackFault('ratelimited', `${request}: too many requests; Slack asks to wait`, {
        retryable: true,
        ...(failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
      });
    case 'timeout':
      return makeSlackFault('timeout', `${request}: Slack took too long`, { retryable: true });
    case 'notConnected':
      return makeSlackFault('unreachable', `${request}: Slack cannot be reached`, {
        retryable: true,
      });
    case 'broken':
      return makeSlackFault('unreachable', `${request}: the connection to Slack broke`, {
        retryable: true,
      });
    case 'unavailable':
      return makeSlackFault('unavailable', `${request}: Slack failed, without words of its own`, {
        retryable: true,
      });
    default:
      return failure satisfies never;
  }
}

/** A fault of Slack's. */
export function makeSlackFault(
  code: string,
  message: string,
  how: { readonly retryable: boolean; readonly retryAfterMs?: number },
): Fault {
  return new Fault('SlackFault', code, message, how);
}

/** What a request gave; throws `SlackFault` where it failed. */
export function orFault<T>(request: string, tried: Attempt<T>): T {
  if (tried.kind === 'failed') throw slackFault(request, tried.failure);
  return tried.value;
}

/** Codes of Slack's that pass by themselves. Source: the errors common to all methods of the Web API. */
const passing: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

const badToken: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

function sayCode({ code, needed }: Extract<Failure, { readonly kind: 'said' }>): string {
  if (badToken.has(code)) return `Slack refuses the token of the bot (${code})`;
  if (code === 'missing_scope')
    return `the bot lacks a scope${needed === undefined ? '' : ` (${needed})`}: add it and install the app again`;
  return `Slack answered ${code}`;
}
