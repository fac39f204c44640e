import type { SlackFailure } from './fake-slack.ts';

/** Faults waiting for their calls. */
export type FaultQueue = {
  readonly add: (
    method: string,
    fault: SlackFailure,
    options?: { readonly times?: number; readonly after?: number },
  ) => void;
  /** The fault of this call of `method`, if one is due. */
  readonly take: (method: string) => SlackFailure | undefined;
  /** From now on none waits any more. */
  readonly clear: () => void;
};

type Planned = { readonly fault: SlackFailure; times: number; after: number };

/** An empty queue. Faults of one method come in the order added; each first lets `after` calls pass (none unless said), then meets `times` (one unless said). */
export function makeFaultQueue(): FaultQueue {
  const planned = new Map<string, Planned[]>();
  return {
    add: (method, fault, { times = 1, after = 0 } = {}) => {
      const waiting = planned.get(method) ?? [];
      planned.set(method, [...waiting, { fault, times, after }]);
    },
    clear: () => planned.clear(),
    take: (method) => {
      const waiting = planned.get(method) ?? [];
      const [next] = waiting;
      if (next === undefined) return undefined;
      if (next.after > 0) {
        next.after -= 1;
        return undefined;
      }
      next.times -= 1;
      if (next.times <= 0) waiting.shift();
      return next.fault;
    },
  };
}
