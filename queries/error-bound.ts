import { z } from 'zod';
import type { Query } from '#src/ports.ts';

const params = z.strictObject({
  destinations: z.array(z.string()).min(1).readonly(),
  modes: z.array(z.string()).min(1).readonly(),
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
