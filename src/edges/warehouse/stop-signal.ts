import { Fault } from '#src/fault.ts';
import type { RunOptions } from '#src/ports.ts';

/**
 * Runs a task under a signal that is aborted, with a fault as its reason, when the deadline passes, the caller
 * gives up or the warehouse closes. Rejects with that fault at once, however long the task takes to notice.
 */
export async function withStopSignal<T>(
  { deadlineMs, signal }: RunOptions,
  closing: AbortSignal,
  task: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const giveUp = () => own.abort(abortedFault());
  const close = () => own.abort(closing.reason);
  const timer = setTimeout(() => own.abort(deadlineFault()), Math.max(0, deadlineMs));
  signal?.addEventListener('abort', giveUp);
  // Not AbortSignal.any: what listens to that is kept for as long as the warehouse is open, and the rows with it.
  closing.addEventListener('abort', close);
  try {
    if (closing.aborted) close();
    if (deadlineMs <= 0) own.abort(deadlineFault());
    if (signal?.aborted === true) giveUp();
    own.signal.throwIfAborted();
    return await Promise.race([task(own.signal), stopped(own.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
    closing.removeEventListener('abort', close);
  }
}

function stopped(stop: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  stop.addEventListener('abort', () => reject(stop.reason), { once: true });
  return promise;
}

function deadlineFault(): Fault {
  return new Fault('WarehouseFault', 'deadline', 'the warehouse took too long', {
    retryable: true,
  });
}

function abortedFault(): Fault {
  return new Fault('WarehouseFault', 'aborted', 'the question was given up');
}
