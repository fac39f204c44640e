import { setTimeout as sleep } from 'node:timers/promises';
import type { TestClock } from 'pg-boss';
import { z } from 'zod';
import { makeJobs, type JobsParts } from '#src/edges/store/jobs/make-jobs.ts';
import type { Pace } from '#src/edges/store/jobs/pace.ts';
import type { State } from '#src/edges/store/open-store.ts';
import type { JobKind, JobPatience, JobRun, Jobs, Times } from '#src/state/jobs.ts';
import { parseTimes } from '#src/edges/store/jobs/times.ts';

/** The data of the jobs of tests. */
const note = z.strictObject({ text: z.string() });
export type Note = z.output<typeof note>;

const testPace: Pace = {
  pollSeconds: 5,
  watchSeconds: 10,
  heartbeatSeconds: 60,
  atOnce: 4,
  graceMs: 100,
};

const patience: JobPatience = {
  attempts: 3,
  firstDelaySeconds: 10,
  longestDelaySeconds: 60,
  runSeconds: 600,
};

/** A kind of job that notes its runs, and then does `run`. */
export function makeKind(
  name: string,
  run: (run: JobRun<Note>) => Promise<void> = () => Promise.resolve(),
  own: Partial<JobPatience> = {},
): JobKind<Note> & { readonly runs: JobRun<Note>[] } {
  const runs: JobRun<Note>[] = [];
  return {
    name,
    data: note,
    patience: { ...patience, ...own },
    runs,
    run: (each) => {
      runs.push(each);
      return run(each);
    },
  };
}

/** A process of its own over one state: its jobs, and what they reported. */
export type World = { readonly jobs: Jobs; readonly reports: unknown[] };

export function makeWorld(
  state: State,
  time: TestClock,
  kinds: JobsParts['kinds'],
  own: Partial<JobsParts> = {},
): World {
  const reports: unknown[] = [];
  const report = (error: unknown) => {
    reports.push(error);
  };
  return { jobs: makeJobs({ ...state, kinds, time, pace: testPace, report, ...own }), reports };
}

/** Lets the time of a test pass until something is so. */
export async function passUntil(
  time: TestClock,
  isSo: () => boolean | Promise<boolean>,
  what = 'what was waited for',
): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return;
    await time.tick(5000);
    // What a job does with the store is not under the clock of the test.
    await sleep(2);
  }
  throw new Error(`${what} did not come`);
}

/** Lets the time of a test pass. */
export async function pass(time: TestClock, seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 5) {
    await time.tick(5000);
    await sleep(2);
  }
}

export function timesOf(cron: string, timeZone = 'Europe/London'): Times {
  const parsed = parseTimes(cron, timeZone, new Date(0));
  if (parsed.kind === 'refused') throw new Error(parsed.why);
  return parsed.times;
}
