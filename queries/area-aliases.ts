import { z } from 'zod';
import type { Query } from '#src/ports.ts';

const row = z.strictObject({ alias: z.string(), code: z.string() });

/** What people may call an area beside its name and code. Rows: one per alias and area; an alias may recur. */
export const areaAliases: Query<Record<string, never>, z.infer<typeof row>> = {
  id: 'area-aliases',
  types: {},
  params: z.strictObject({}),
  row,
};
