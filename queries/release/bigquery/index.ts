import { z } from 'zod';
import type { Query } from '#src/ports.ts';

const count = z.int().nonnegative();
const types = { from: 'DATE', until: 'DATE' } as const;
const params = z.strictObject({ from: z.iso.date(), until: z.iso.date() });
type Period = z.infer<typeof params>;

const leaf = z.strictObject({
  week: z.iso.date(),
  origin: z.string(),
  destination: z.string(),
  mode: z.string(),
  trips: z.int().positive(),
  devices: count,
  largest: z.int().positive(),
  second: count,
});

/**
 * Raw leaves out of row-level trips: privileged. `from`, `until`: days, both counted; only whole weeks within them are taken.
 * Rows: one per week × origin × destination × mode with trips. `devices`: distinct ones; `largest`, `second`: trips of the two devices with the most.
 */
export const weeklyLeaves: Query<Period, z.infer<typeof leaf>> = {
  id: 'weekly-leaves',
  types,
  params,
  row: leaf,
};

const dayOf = z.strictObject({
  date: z.iso.date(),
  destination: z.string(),
  trips: z.int().positive(),
  devices: count,
});

/** Raw days out of row-level trips: privileged. The period is read as by `weeklyLeaves`. Rows: one per date × destination with trips. */
export const dailyTrips: Query<Period, z.infer<typeof dayOf>> = {
  id: 'daily-trips',
  types,
  params,
  row: dayOf,
};
