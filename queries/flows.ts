import { z } from 'zod';
import { flowParameters, type FlowParameters, flowTypes } from '#queries/flow-parameters.ts';
import type { Query } from '#src/ports.ts';

const row = z.strictObject({
  origin: z.string(),
  destination: z.string(),
  trips: z.int().nonnegative(),
  leaves: z.int().positive(),
});

/**
 * Protected trips of a period from each origin to each destination.
 * `origins`, `destinations`: area codes of any level; '*' asks for anywhere as one more of them, in rows of its own; `from`, `until`: Mondays, both counted.
 * Rows: one per pair with a published leaf, ascending. A leaf counts once in every pair that it belongs to. `leaves`: how many were summed.
 */
export const flows: Query<FlowParameters, z.infer<typeof row>> = {
  id: 'flows',
  types: flowTypes,
  params: flowParameters,
  row,
};
