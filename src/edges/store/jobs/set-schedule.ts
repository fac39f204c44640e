import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { NewSchedule } from '#src/state/jobs.ts';
import type { Database } from '../database.ts';
import { inTransaction } from './in-transaction.ts';
import { keptPlan, planKey, type KeptPlan } from './plan.ts';
import { tickQueue } from './queues.ts';
import { sendTick } from './send-tick.ts';

/** Sets a schedule and the tick that waits for its first time after `now`: both or neither. */
export async function setSchedule(
  { boss, database }: { readonly boss: PgBoss; readonly database: Database },
  kind: string,
  { key, owner, data, missed, times }: NewSchedule<unknown>,
  now: Date,
): Promise<void> {
  const name = planKey({ kind, key });
  const kept = await boss.getSchedule(tickQueue, name);
  // The same times go on: what they owe from the time before this process is still owed.
  const isSame = kept?.cron === times.cron && kept.timezone === times.timeZone;
  const plan = isSame ? keptPlan.parse(kept.data).plan : randomUUID();
  const next: KeptPlan = { plan, kind, key, owner, missed, input: data };
  await inTransaction(database, async (db) => {
    await boss.schedule(tickQueue, times.cron, next, { tz: times.timeZone, key: name, db });
    await sendTick(boss, next, { times, after: now, db });
  });
}
