import { Fault } from '#src/fault.ts';
import { deliverNext, type Delivered } from './deliver.ts';
import type { Delivery } from './deliver-settle.ts';

/** `idleMs`: how long to wait where nothing is due. `report`: gets what came of each turn, for the operator's log. */
export type Round = {
  readonly signal: AbortSignal;
  readonly idleMs: number;
  readonly report: (outcome: Delivered | { readonly kind: 'fault'; readonly fault: Fault }) => void;
};

const longestWaitMs = 30_000;

/**
 * Delivers until `signal` says stop; then it finishes what it holds, or hands it back. While the state cannot be reached it goes on, more and more slowly.
 * Throws `StoreFault` that waiting does not mend.
 */
export async function deliverAll(desk: Delivery, { signal, idleMs, report }: Round): Promise<void> {
  let faults = 0;
  while (!signal.aborted) {
    const outcome = await deliverNext(desk, signal).catch(asRetryable);
    report(outcome);
    faults = outcome.kind === 'fault' ? faults + 1 : 0;
    if (outcome.kind === 'idle' || outcome.kind === 'fault')
      await desk.pause(Math.min(longestWaitMs, idleMs * 2 ** faults), signal);
  }
}

function asRetryable(error: unknown): { readonly kind: 'fault'; readonly fault: Fault } {
  if (error instanceof Fault && error.retryable) return { kind: 'fault', fault: error };
  throw error;
}
