import type { Edges } from '#src/answer.ts';
import type { Warehouse } from '#src/ports.ts';

/** A gate before the data: while it is shut, answers wait. `waiting`: how many have begun and wait. */
export type Gate = {
  readonly edges: Edges;
  readonly waiting: () => number;
  shut(): void;
  open(): void;
};

/** Puts a gate, open, before the warehouse of what answers. */
export function makeGate(edges: Edges): Gate {
  let opened = Promise.resolve();
  let open = (): void => undefined;
  let waiting = 0;
  const { warehouse } = edges.desk;
  const run: Warehouse['run'] = async (query, params, options) => {
    waiting += 1;
    await opened;
    waiting -= 1;
    return warehouse.run(query, params, options);
  };
  return {
    edges: { ...edges, desk: { ...edges.desk, warehouse: { ...warehouse, run } } },
    waiting: () => waiting,
    shut: () => {
      ({ promise: opened, resolve: open } = Promise.withResolvers<void>());
    },
    open: () => open(),
  };
}
