import { z } from 'zod';
import { flowParameters, type FlowParameters, flowTypes } from '#queries/flow-parameters.ts';
import type { Query } from '#src/ports.ts';

const row = z.strictObject({
  week: z.iso.date(),
  trips: z.int().nonnegative(),
  withheld: z.int().nonnegative(),
  leaves: z.int().positive(),
});

/**
 * Protected trips a week from any of the origins to any of the destinations, those within them included.
 * `origins`, `destinations`: area codes of any level, or '*' for anywhere; `modes`: every mode to count; `from`, `until`: Mondays, both counted.
 * Rows: one per week with a published leaf, ascending. `withheld`: the part of `trips` in sensitive leaves; `leaves`: how many were summed.
 */
export const weeklyTrips: Query<FlowParameters, z.infer<typeof row>> = {
  id: 'weekly-trips',
  types: flowTypes,
  params: flowParameters,
  row,
};
