import type { Job, PgBoss } from 'pg-boss';
import { keptPlan, planKey, tick } from './plan.ts';
import { tickQueue } from './queues.ts';
import { sendJob } from './send-job.ts';
import { idOf, sendTick } from './send-tick.ts';
import { lastRun, parseTimes } from './times.ts';

/** A run that is later than this was missed. */
const lateMs = 5 * 60_000;

/**
 * A schedule has come due: queues its job, and has a tick wait for the time after. Run again after a crash anywhere in it, it does what is left to do.
 * Of several times that went by, only the newest is run.
 */
export async function runTick(boss: PgBoss, { data }: Job, now: Date): Promise<void> {
  const held = tick.parse(data);
  const kept = await boss.getSchedule(tickQueue, planKey(held));
  if (kept === null) return;
  const { plan, kind, key, owner, missed, input } = keptPlan.parse(kept.data);
  if (plan !== held.plan) return;
  const dueAt = new Date(held.dueAt);
  // The clock of the database may be ahead of ours.
  const at = now < dueAt ? dueAt : now;
  const parsed = parseTimes(kept.cron, kept.timezone, at);
  if (parsed.kind === 'refused') throw new Error(`a schedule cannot be read: ${parsed.why}`);
  const { times } = parsed;
  const newest = lastRun(times, dueAt, at) ?? dueAt;
  if (missed === 'once' || at.getTime() - newest.getTime() <= lateMs) {
    const run = { key, owner, dueAt: newest.toISOString(), input };
    await sendJob(boss, kind, run, { id: idOf(plan, 'run', run.dueAt) });
  }
  await sendTick(boss, { plan, kind, key }, { times, after: at });
}
