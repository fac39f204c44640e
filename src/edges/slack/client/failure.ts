import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { z } from 'zod';
import { isNeverConnected } from './never-connected.ts';

/**
 * What went wrong with one request to Slack; nothing of a body but short codes.
 *
 * - `said`: Slack refused it, in its own words. `needed`: scopes that are missing. `places`: which parts of the message it did not take.
 * - `ratelimited`: not done; `retryAfterMs`: how long Slack asks to wait, where it says.
 * - `notConnected`: it surely never left.
 * - `timeout`, `broken`, `unavailable` (an HTTP error, or a page that is not Slack's): it may have been done.
 */
export type Failure =
  | {
      readonly kind: 'said';
      readonly code: string;
      readonly needed?: string;
      readonly places: readonly string[];
    }
  | { readonly kind: 'ratelimited'; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'notConnected' | 'timeout' | 'broken' | 'unavailable' };

const code = z.string().regex(/^[a-z_]{1,80}$/u);
const words = z.object({
  error: code,
  needed: z
    .string()
    .regex(/^[a-z:._,]{1,200}$/u)
    .optional()
    .catch(undefined),
  response_metadata: z
    .object({ messages: z.array(z.string()).optional(), retryAfter: z.number().optional() })
    .optional()
    .catch(undefined),
});

/** What Slack says in a body, where it says it in its own words. */
export function readWords(body: unknown): Failure | undefined {
  const parsed = words.safeParse(body);
  if (!parsed.success) return undefined;
  const { error, needed, response_metadata: more } = parsed.data;
  if (error === 'ratelimited' || error === 'rate_limited')
    return { kind: 'ratelimited', retryAfterMs: inMs(more?.retryAfter) };
  return {
    kind: 'said',
    code: error,
    ...(needed === undefined ? {} : { needed }),
    places: (more?.messages ?? []).flatMap(readPlaces),
  };
}

/** What the client or `fetch` threw. */
export function readFailure(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'ratelimited', retryAfterMs: inMs(error.retryAfter) };
  if (error instanceof WebAPIPlatformError) return readWords(error.data) ?? { kind: 'unavailable' };
  if (error instanceof WebAPIHTTPError) return readWords(error.body) ?? { kind: 'unavailable' };
  if (!(error instanceof Error)) return { kind: 'broken' };
  // The client has no class for a 429 that names no time.
  if (error.message.startsWith('Retry header did not contain'))
    return { kind: 'ratelimited', retryAfterMs: undefined };
  const cause = 'original' in error ? error.original : error;
  if (isNeverConnected(cause)) return { kind: 'notConnected' };
  return { kind: isTimeout(cause) ? 'timeout' : 'broken' };
}

/** `[ERROR] … [json-pointer:/blocks/0/text]`: the pointers alone. */
const readPlaces = (message: string): readonly string[] =>
  message.match(/\/(?:blocks|view)(?:\/[a-z_\d]{1,40})*/gu) ?? [];

const inMs = (seconds: number | undefined): number | undefined =>
  seconds === undefined || seconds < 0 ? undefined : seconds * 1000;

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
