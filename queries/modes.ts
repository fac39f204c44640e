import { z } from 'zod';
import type { Query } from '#src/ports.ts';

const row = z.strictObject({ value: z.string(), label: z.string(), sort: z.int() });

/** The modes that the release declares, in the order in which they are shown. */
export const modes: Query<Record<string, never>, z.infer<typeof row>> = {
  id: 'modes',
  types: {},
  params: z.strictObject({}),
  row,
};
