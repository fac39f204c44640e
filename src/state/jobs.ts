import type { z } from 'zod';

declare const parsed: unique symbol;

/** When something is to be done, again and again: cron of five fields on the clocks of a named time zone, as Intl spells it. Made by `parseTimes` alone. */
export type Times = { readonly cron: string; readonly timeZone: string; readonly [parsed]: true };

/** Why a schedule cannot be: its cron expression or time zone is none, or it would never come due. */
export type TimesRefusal = 'badCron' | 'badTimeZone' | 'never';

/** One try of a job. */
export type JobRun<Data> = {
  readonly id: string;
  readonly key: string;
  readonly data: Data;
  /** 1 for the first. A try that ended because its process was stopped or died counts. */
  readonly attempt: number;
  /** What a scheduled job stands for: the time of its schedule, however late it runs. Undefined for a job that was sent. */
  readonly dueAt: Date | undefined;
  /** Aborted where this process no longer holds the job, or is to stop: end at once. Another process may have the job by then. */
  readonly signal: AbortSignal;
};

/**
 * How long a kind of job is tried. After a try that threw, it waits from `firstDelaySeconds`, twice as long each time (and up to twice that again, by chance),
 * at most `longestDelaySeconds`. `runSeconds`: a try that takes longer is given up.
 */
export type JobPatience = {
  readonly attempts: number;
  readonly firstDelaySeconds: number;
  readonly longestDelaySeconds: number;
  readonly runSeconds: number;
};

/**
 * A kind of job. `name`: lower-case words joined by hyphens, never to be changed. `data`: its schema, of plain JSON. `run` may come twice for one job, where a
 * process died between the end of a run and the record of it: what it does must bear that.
 */
export type JobKind<Data> = {
  readonly name: string;
  readonly data: z.ZodType<Data>;
  readonly patience: JobPatience;
  run(run: JobRun<Data>): Promise<void>;
};

/** A job to do. `key`: letters, digits and `._-`; of one kind and key at most one is queued or running. `owner`: the Slack ID of who is told where it fails. */
type NewJob<Data> = {
  readonly key: string;
  readonly owner: string;
  readonly data: Data;
};

/**
 * A job to do again and again. `missed`: what becomes of runs that came due while no process ran: one run for the newest of them, or none. A run that is at
 * most five minutes late is not missed.
 */
export type NewSchedule<Data> = NewJob<Data> & {
  readonly times: Times;
  readonly missed: 'once' | 'skip';
};

/**
 * Jobs that outlive the process which sent them. A job that has failed for the last time is told to its owner through the outbox, once.
 * Throws `StoreFault`, as the store does; `closed` before the start and after the stop.
 */
export type Jobs = {
  /** Begins to work. What fails later is reported, never thrown. */
  start(): Promise<void>;
  /** Takes no more jobs, lets those that run finish for a while, and hands back the rest to other processes or the next start. */
  stop(): Promise<void>;
  /** False: a job of that kind and key is queued or running. */
  send<Data>(kind: JobKind<Data>, job: NewJob<Data>): Promise<boolean>;
  /**
   * Sets the schedule of a kind and key, in place of the one before. It first comes due after now. The same schedule again changes nothing.
   * A run that comes due while the one before is queued, running or waiting to be tried again is left out.
   */
  schedule<Data>(kind: JobKind<Data>, schedule: NewSchedule<Data>): Promise<void>;
  /** A job of it that is queued or running already goes on. */
  unschedule(kind: Pick<JobKind<unknown>, 'name'>, key: string): Promise<void>;
};
