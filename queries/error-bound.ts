import { z } from 'zod';
import { codes } from '#queries/flow-parameters.ts';
import type { Query } from '#src/ports.ts';

const params = z.strictObject({
  destinations: codes,
  modes: codes,
});

const row = z.strictObject({ bound: z.int().nonnegative(), columns: z.int().nonnegative() });

/**
 * The proved bound E of one week's total, in trips: the sum over every place and mode that is named.
 * Rows: exactly one. `columns`: how many bounds were summed; 0 where the release publishes nothing there.
 */
export const errorBound: Query<z.infer<typeof params>, z.infer<typeof row>> = {
  id: 'error-bound',
  types: { destinations: 'ARRAY<STRING>', modes: 'ARRAY<STRING>' },
  params,
  row,
};
