import type { Query, Warehouse } from '#src/ports.ts';
import { withStopSignal } from './stop-signal.ts';

type Found = Awaited<ReturnType<Warehouse['run']>>;

/** A run that several wait for. `waiting`: how many still do; the last who gives up ends it. */
type Shared = {
  readonly found: Promise<Found>;
  readonly ending: AbortController;
  waiting: number;
};

const never = new AbortController().signal;

/**
 * A warehouse in which whoever asks what is being asked already, by the same query with the same parameters, gets the same rows: many people ask the same thing at once, and
 * each run is paid for. Everybody waits within a deadline and a signal of their own; the run itself has the deadline of whoever came first.
 */
export function shareRuns(warehouse: Warehouse): Warehouse {
  const running = new Map<Query, Map<string, Shared>>();

  function begin(query: Query, params: unknown, deadlineMs: number): Shared {
    const ending = new AbortController();
    const found = warehouse.run(query, params, { deadlineMs, signal: ending.signal });
    // Whoever waits hears of a fault; nobody may be left.
    found.catch(() => undefined);
    return { found, ending, waiting: 0 };
  }

  return {
    ...warehouse,
    run: async (query, params, options) => {
      const ofQuery = running.get(query) ?? new Map<string, Shared>();
      running.set(query, ofQuery);
      const key = JSON.stringify(params);
      const shared = ofQuery.get(key) ?? begin(query, params, options.deadlineMs);
      ofQuery.set(key, shared);
      shared.waiting += 1;
      try {
        // `as`: what is kept for a query has the type of its own rows.
        return (await withStopSignal(options, never, () => shared.found)) as never;
      } finally {
        shared.waiting -= 1;
        if (shared.waiting === 0) {
          if (ofQuery.get(key) === shared) ofQuery.delete(key);
          shared.ending.abort();
        }
      }
    },
  };
}
