import { z } from 'zod';
import type { Query } from '#src/ports.ts';

const day = z.iso.date();

/** A rule by name, and how many rows or weeks break it. */
const row = z.strictObject({ rule: z.string(), broken: z.int().nonnegative() });

/** What the checks of the data owners' views say. */
export type RuleResult = z.infer<typeof row>;

const nothing = z.strictObject({});
const plain = { types: {}, params: nothing, row } as const;

/**
 * The checks of the data owners' views (docs/data-contract.md), each in `queries/contract/<id>.sql`: privileged, and never the bot's.
 * Rows: one per rule, kept or broken, ascending. `today`: the day of the check; `seen_revision`: what the last release took, 0 before the first;
 * `max_age_days`: the most days between the Sunday of the latest week and today.
 */
export const contractChecks: readonly Query<unknown, RuleResult>[] = [
  { id: 'areas', ...plain },
  { id: 'events', ...plain },
  {
    id: 'loads',
    types: { today: 'DATE', seen_revision: 'INT64', max_age_days: 'INT64' },
    params: z.strictObject({
      today: day,
      seen_revision: z.int().nonnegative(),
      max_age_days: z.int().positive(),
    }),
    row,
  },
  { id: 'modes', ...plain },
  { id: 'trips', types: { today: 'DATE' }, params: z.strictObject({ today: day }), row },
  { id: 'weeks', ...plain },
];
