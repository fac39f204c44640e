import { z } from 'zod';
import { codes } from '#queries/flow-parameters.ts';
import type { Query } from '#src/ports.ts';

const params = z.strictObject({
  places: codes,
  modes: codes,
  from: z.iso.date(),
  until: z.iso.date(),
});

const row = z.strictObject({
  place: z.string(),
  week: z.iso.date(),
  trips: z.int().nonnegative(),
  leaves: z.int().positive(),
});

/** Trips of one place in one week. */
export type WeeklyByPlaceRow = z.infer<typeof row>;

/**
 * Protected trips a week that end in each place, those within it included.
 * `places`: area codes of any level; `modes`: every mode to count; `from`, `until`: Mondays, both counted.
 * Rows: one per place and week with a published leaf, ascending. A leaf counts once in every place that it ends in. `leaves`: how many were summed.
 */
export const weeklyByPlace: Query<z.infer<typeof params>, WeeklyByPlaceRow> = {
  id: 'weekly-by-place',
  types: { places: 'ARRAY<STRING>', modes: 'ARRAY<STRING>', from: 'DATE', until: 'DATE' },
  params,
  row,
};
