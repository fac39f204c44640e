import { z } from 'zod';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { Query } from '#src/ports.ts';

const row = z.strictObject({
  slug: z.string(),
  area: z.string(),
  date: z.iso.date(),
  kind: z.string(),
  clause: z.string(),
  label: z.string(),
  source: z.string(),
  url: z.string(),
});

/** Every governed event of the release, by date. Rows: one per name and place. */
export const events: Query<Record<string, never>, PolicyEvent> = {
  id: 'events',
  types: {},
  params: z.strictObject({}),
  row,
};
