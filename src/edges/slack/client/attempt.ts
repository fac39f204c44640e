import { readFailure, type Failure } from './failure.ts';

/** What came of one request. */
export type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Makes one request; what it throws becomes a failure. */
export async function attempt<T>(request: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { kind: 'done', value: await request() };
  } catch (error) {
    return { kind: 'failed', failure: readFailure(error) };
  }
}

/** Whether Slack refused a request with one of these codes. */
export const hasRefused = (tried: Attempt<unknown>, codes: readonly string[]): boolean =>
  tried.kind === 'failed' && tried.failure.kind === 'said' && codes.includes(tried.failure.code);
