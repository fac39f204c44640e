import { failed, type Outcome } from './check.ts';
import { sayFault } from './say-fault.ts';

/** What came of reading something: it, or what to tell instead. */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'failed'; readonly outcome: Outcome };

/** How long one check may take. */
const checkMs = 10_000;

/** Reads something. Never rejects, and ends within `deadlineMs`, at which `signal` is aborted: what throws or takes too long stops nothing else. */
export async function tryReading<T>(
  read: (signal: AbortSignal) => Promise<T> | T,
  deadlineMs = checkMs,
): Promise<Reading<T>> {
  const over = new AbortController();
  const late = Promise.withResolvers<Reading<T>>();
  const timer = setTimeout(() => {
    over.abort();
    const said = `This took longer than ${deadlineMs / 1000} seconds.`;
    late.resolve({ kind: 'failed', outcome: failed(said, 'Try again in a minute.') });
  }, deadlineMs);
  const reading = async (): Promise<Reading<T>> => ({
    kind: 'read',
    value: await read(over.signal),
  });
  try {
    return await Promise.race([reading(), late.promise]);
  } catch (error) {
    return { kind: 'failed', outcome: sayFault(error) };
  } finally {
    clearTimeout(timer);
  }
}
