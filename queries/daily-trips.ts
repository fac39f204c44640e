import { z } from 'zod';
import { codes } from '#queries/flow-parameters.ts';
import type { Query } from '#src/ports.ts';

const params = z.strictObject({
  destinations: codes,
  from: z.iso.date(),
  until: z.iso.date(),
});

const row = z.strictObject({
  date: z.iso.date(),
  trips: z.int().nonnegative(),
  withheld: z.int().nonnegative(),
});

/**
 * Protected trips a day, by all modes, that end in any of the areas, those within them included.
 * `destinations`: area codes of any level; `from`, `until`: both counted.
 * Rows: one per day with a published figure, ascending. `withheld`: the part of `trips` in sensitive figures.
 */
export const dailyTrips: Query<z.infer<typeof params>, z.infer<typeof row>> = {
  id: 'daily-trips',
  types: { destinations: 'ARRAY<STRING>', from: 'DATE', until: 'DATE' },
  params,
  row,
};
