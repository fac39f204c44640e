import type { Clock as BossClock, PgBoss } from 'pg-boss';
import { Fault } from '#src/fault.ts';
import type { JobKind, Jobs } from '#src/state/jobs.ts';
import type { Store } from '#src/state/store.ts';
import type { StateDatabase } from '../open-database.ts';
import { withStoreFaults } from '../store-fault.ts';
import { checkNames } from './job-data.ts';
import { makeWork, type Work } from './make-work.ts';
import { openBoss } from './open-boss.ts';
import type { Pace } from './pace.ts';
import { planKey } from './plan.ts';
import { deadQueue, makeQueues, tickQueue } from './queues.ts';
import { reportSeldom } from './report-seldom.ts';
import { runJob } from './run-job.ts';
import { runTick } from './run-tick.ts';
import { sendJob } from './send-job.ts';
import { setSchedule } from './set-schedule.ts';
import { tellOwner } from './tell-owner.ts';
import { toldFault, warnedFault } from './told-fault.ts';

/** `kinds`: all that this process can run. `time`: `wallTime(clock)`. `report`: gets what fails while nobody waits for it. */
export type JobsParts = {
  readonly database: StateDatabase;
  readonly store: Pick<Store, 'change'>;
  readonly kinds: readonly JobKind<unknown>[];
  readonly time: BossClock;
  readonly pace: Pace;
  readonly report: (error: unknown) => void;
};

const recordMs = 1000;

type Started = { readonly boss: PgBoss; readonly work: Work };

/** Jobs over the database of a store. Its tables are made at the first start, in a schema of their own (`pgboss`). */
export function makeJobs(parts: JobsParts): Jobs {
  const { database, time } = parts;
  let started: Promise<Started> | undefined;
  const open = (): Promise<Started> => {
    if (started === undefined) throw new Fault('StoreFault', 'closed', 'the jobs are not started');
    return started;
  };
  return {
    start: () =>
      withStoreFaults(async () => {
        if (started !== undefined) throw new Error('the jobs are started already');
        started = startWork(parts);
        try {
          await started;
        } catch (error) {
          started = undefined;
          throw error;
        }
      }),
    stop: () =>
      withStoreFaults(async () => {
        const ending = started;
        started = undefined;
        if (ending === undefined) return;
        const { boss, work } = await ending;
        await work.end();
        // What has finished is still being recorded.
        await boss.stop({ timeout: recordMs });
      }),
    send: (kind, { key, owner, data }) =>
      withStoreFaults(async () => {
        checkNames(kind.name, key);
        const { boss } = await open();
        return sendJob(boss, kind.name, { key, owner, input: kind.data.parse(data) });
      }),
    schedule: (kind, schedule) =>
      withStoreFaults(async () => {
        checkNames(kind.name, schedule.key);
        const data = kind.data.parse(schedule.data);
        const { boss } = await open();
        const now = new Date(time.now());
        await setSchedule({ boss, database }, kind.name, { ...schedule, data }, now);
      }),
    unschedule: ({ name }, key) =>
      withStoreFaults(async () => {
        const { boss } = await open();
        await boss.unschedule(tickQueue, planKey({ kind: name, key }));
      }),
  };
}

async function startWork(parts: JobsParts): Promise<Started> {
  const { database, store, kinds, time, pace, report } = parts;
  const boss = await openBoss(database, time, pace);
  const tell = reportSeldom(report, () => time.now());
  boss.on('error', (error) => tell(toldFault(error)));
  boss.on('warning', (warning) => tell(warnedFault(warning)));
  try {
    await boss.start();
    await makeQueues(boss, kinds, pace);
    const work = makeWork({ boss, database, pace, report });
    await work.take(deadQueue, 1, (job) => tellOwner(store, job, new Date(time.now())));
    await work.take(tickQueue, 1, (job) => runTick(boss, job, new Date(time.now())));
    for (const kind of kinds)
      await work.take(kind.name, pace.atOnce, (job, stopping) => runJob(kind, job, stopping));
    return { boss, work };
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}
