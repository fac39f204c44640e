import { z } from 'zod';
import { codes } from '#queries/flow-parameters.ts';
import type { Query } from '#src/ports.ts';

const params = z.strictObject({
  areas: codes,
  from: z.iso.date(),
  until: z.iso.date(),
});

const row = z.strictObject({
  week: z.iso.date(),
  kind: z.enum(['bankHoliday', 'schoolHoliday', 'christmas', 'fault']),
  label: z.string(),
});

/**
 * Weeks that are not ordinary. `areas`: an area and all it lies in, since a flag holds for everything below its area.
 * `from`, `until`: Mondays, both counted. Rows: one per week, kind and label, ascending.
 */
export const calendar: Query<z.infer<typeof params>, z.infer<typeof row>> = {
  id: 'calendar',
  types: { areas: 'ARRAY<STRING>', from: 'DATE', until: 'DATE' },
  params,
  row,
};
