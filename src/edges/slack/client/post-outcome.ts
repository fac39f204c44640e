import type { PostOutcome } from '#src/state/sender.ts';
import type { Failure } from './failure.ts';

/** What is known of a post that failed: whether it may be there, and whether it may work later. Where in doubt, `unknown`. */
export function postOutcome(failure: Failure): Exclude<PostOutcome, { readonly kind: 'posted' }> {
  switch (failure.kind) {
    case 'said':
      return ofCode(failure.code);
    case 'ratelimited':
      return { kind: 'notPosted', reason: 'ratelimited', retryAfterMs: failure.retryAfterMs };
    case 'notConnected':
      return { kind: 'notPosted', reason: 'unreachable', retryAfterMs: undefined };
    case 'timeout':
      return { kind: 'unknown', reason: 'timeout' };
    case 'broken':
      return { kind: 'unknown', reason: 'connection_lost' };
    case 'unavailable':
      return { kind: 'unknown', reason: 'unavailable' };
    default:
      return failure satisfies never;
  }
}

function ofCode(code: string): Exclude<PostOutcome, { readonly kind: 'posted' }> {
  if (partlyDone.has(code)) return { kind: 'unknown', reason: code };
  if (notNow.has(code)) return { kind: 'notPosted', reason: code, retryAfterMs: undefined };
  return { kind: 'refused', reason: code };
}

/** Of these Slack says that part of the work may have been done. */
const partlyDone: ReadonlySet<string> = new Set(['fatal_error', 'internal_error']);

/** The request was not taken, or was cut short; the workspace is being moved. */
const notNow: ReadonlySet<string> = new Set([
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);
