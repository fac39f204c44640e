import type { Fault } from '#src/fault.ts';

/**
 * Runs work under a signal that is aborted when the time is over, and then rejects at once with the fault `late`, however long the work takes to notice: what it
 * still reads is wasted, no more.
 */
export async function withDeadline<T>(
  deadlineMs: number,
  late: () => Fault,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    over.abort();
    reject(late());
  }, deadlineMs);
  try {
    return await Promise.race([work(over.signal), promise]);
  } finally {
    clearTimeout(timer);
  }
}
