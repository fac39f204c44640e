import { z } from 'zod';

/** What is kept of a schedule, in pg-boss's own table beside its cron expression and time zone. `plan` names this version of it. */
export const keptPlan = z.object({
  plan: z.string(),
  kind: z.string(),
  key: z.string(),
  owner: z.string(),
  missed: z.enum(['once', 'skip']),
  input: z.unknown(),
});

export type KeptPlan = z.output<typeof keptPlan>;

/** What is kept of a tick: the job that waits for the next time of a schedule. It does nothing where the schedule has another plan by then, or is gone. */
export const tick = keptPlan
  .pick({ plan: true, kind: true, key: true })
  .extend({ dueAt: z.iso.datetime() });

/** The name of a schedule among all kinds. */
export const planKey = ({ kind, key }: { readonly kind: string; readonly key: string }): string =>
  `${kind}/${key}`;
