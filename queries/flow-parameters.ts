import { z } from 'zod';

/** Codes of places or modes: one at least. */
export const codes = z.array(z.string()).min(1).readonly();

/** What a query of flows is asked for: from which places to which, by which modes, in which weeks. */
export const flowParameters = z.strictObject({
  origins: codes,
  destinations: codes,
  modes: codes,
  from: z.iso.date(),
  until: z.iso.date(),
});

/** The same, as every query of flows is typed. */
export type FlowParameters = z.infer<typeof flowParameters>;

/** Their types in SQL. */
export const flowTypes = {
  origins: 'ARRAY<STRING>',
  destinations: 'ARRAY<STRING>',
  modes: 'ARRAY<STRING>',
  from: 'DATE',
  until: 'DATE',
} as const;
