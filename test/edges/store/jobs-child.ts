import { openState } from '#src/edges/store/open-store.ts';
import { makeJobs } from '#src/edges/store/jobs/make-jobs.ts';
import { ordinaryPace } from '#src/edges/store/jobs/pace.ts';
import { wallTime } from '#src/edges/store/jobs/wall-time.ts';
import { makeKind } from '#test/support/job-world.ts';

/** A process that works on the jobs of DATABASE_URL until it is killed: it tells of each run, and ends none of the key "never" in its first try. */
const [home = '', auditKeyFile = ''] = process.argv.slice(2);
const clock = () => new Date();
const state = await openState(
  { home, databaseUrl: process.env['DATABASE_URL'], auditKeyFile },
  clock,
);
const kind = makeKind(
  'killed',
  async ({ key, attempt }) => {
    process.send?.({ key, attempt });
    if (key === 'never' && attempt === 1) await new Promise(() => undefined);
  },
  { runSeconds: 2, firstDelaySeconds: 1, longestDelaySeconds: 1 },
);
const jobs = makeJobs({
  ...state,
  kinds: [kind],
  time: wallTime(clock),
  pace: { ...ordinaryPace, pollSeconds: 0.5, watchSeconds: 1 },
  report: (error) => {
    process.send?.({ error: String(error) });
  },
});
await jobs.start();
process.send?.('ready');
process.once('message', () => {
  void jobs.send(kind, { key: 'never', owner: 'U0OWNER', data: { text: '' } });
});
