import type { Edges } from '#src/answer.ts';

/** A planted fault: edges that read one query from another file, and all others from their own. */
export const withQueryFrom = (own: Edges, other: Edges, queryId: string): Edges => ({
  ...own,
  desk: {
    ...own.desk,
    warehouse: {
      release: own.desk.warehouse.release,
      run: (query, params, options) =>
        (query.id === queryId ? other : own).desk.warehouse.run(query, params, options),
      close: () => Promise.resolve(),
    },
  },
});
