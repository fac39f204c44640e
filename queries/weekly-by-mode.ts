import { z } from 'zod';
import { flowParameters, type FlowParameters, flowTypes } from '#queries/flow-parameters.ts';
import type { Query } from '#src/ports.ts';

const row = z.strictObject({
  week: z.iso.date(),
  mode: z.string(),
  trips: z.int().nonnegative(),
  leaves: z.int().positive(),
});

/**
 * Protected trips a week by each mode, from any of the origins to any of the destinations.
 * `origins`, `destinations`: area codes of any level, or '*' for anywhere; `from`, `until`: Mondays, both counted.
 * Rows: one per week and mode with a published leaf, ascending. `leaves`: how many were summed.
 */
export const weeklyByMode: Query<FlowParameters, z.infer<typeof row>> = {
  id: 'weekly-by-mode',
  types: flowTypes,
  params: flowParameters,
  row,
};
