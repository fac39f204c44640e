import { z } from 'zod';
import type { Query } from '#src/ports.ts';

const params = z.strictObject({
  destinations: z.array(z.string()).min(1).readonly(),
  modes: z.array(z.string()).min(1).readonly(),
  from: z.iso.date(),
  until: z.iso.date(),
});

const row = z.strictObject({
  week: z.iso.date(),
  trips: z.int().nonnegative(),
  withheld: z.int().nonnegative(),
  leaves: z.int().positive(),
});

export type WeeklyTripsRow = z.infer<typeof row>;

/**
 * Protected trips a week that end in any of the areas, those within them included.
 * `destinations`: area codes of any level; `modes`: every mode to count; `from`, `until`: Mondays, both counted.
 * Rows: one per week with a published leaf, ascending. `withheld`: the part of `trips` in sensitive leaves; `leaves`: how many were summed.
 */
export const weeklyTrips: Query<z.infer<typeof params>, WeeklyTripsRow> = {
  id: 'weekly-trips',
  types: { destinations: 'ARRAY<STRING>', modes: 'ARRAY<STRING>', from: 'DATE', until: 'DATE' },
  params,
  row,
};
