import { createHash } from 'node:crypto';
import type { Db, PgBoss } from 'pg-boss';
import type { Times } from '#src/state/jobs.ts';
import type { KeptPlan } from './plan.ts';
import { tickQueue } from './queues.ts';
import { nextRuns } from './times.ts';

/** Has a tick wait for the first time of a schedule after an instant. Sent twice, it waits once. */
export async function sendTick(
  boss: PgBoss,
  { plan, kind, key }: Pick<KeptPlan, 'plan' | 'kind' | 'key'>,
  { times, after, db }: { readonly times: Times; readonly after: Date; readonly db?: Db },
): Promise<void> {
  const [due] = nextRuns(times, after, 1);
  if (due === undefined) throw new Error('a schedule never comes due again');
  const dueAt = due.toISOString();
  await boss.send(
    tickQueue,
    { plan, kind, key, dueAt },
    { id: idOf(plan, 'tick', dueAt), startAfter: due, ...(db === undefined ? {} : { db }) },
  );
}

/** The ID of what is to be there once: the same for the same parts. */
export function idOf(...parts: readonly string[]): string {
  const digits = createHash('sha256').update(parts.join('\n')).digest('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/u, '$1-$2-$3-$4-$5');
}
