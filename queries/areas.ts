import { z } from 'zod';
import type { Area } from '#src/area.ts';
import type { Query } from '#src/ports.ts';

const row = z.strictObject({
  code: z.string(),
  name: z.string(),
  level: z.string(),
  parent: z
    .string()
    .nullable()
    .transform((parent) => parent ?? undefined),
});

/** Every area of the release, by code. Level 'elsewhere' is the rest of its parent: no place to ask about. */
export const areas: Query<Record<string, never>, Area> = {
  id: 'areas',
  types: {},
  params: z.strictObject({}),
  row,
};
