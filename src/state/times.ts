import { parseCron, type CronFields } from './cron.ts';
import { runsBetween } from './runs-between.ts';
import { parseTimeZone } from './zone-offset.ts';

/** When something is to be done, again and again: made by `parseTimes` alone. */
export type Times = {
  readonly cron: string;
  /** The name of a time zone, as Intl spells it. */
  readonly timeZone: string;
  readonly fields: CronFields;
};

/** Why a schedule cannot be: its cron expression or time zone is none, or it would never come due. */
export type TimesRefusal = 'badCron' | 'badTimeZone' | 'never';

const dayMs = 86_400_000;
/** 29 February may be eight years away. */
const farthestDays = 366 * 9;

/** Reads a cron expression of five fields and the named time zone on whose clocks it is read. */
export function parseTimes(
  cron: string,
  timeZone: string,
  now: Date,
):
  | { readonly kind: 'times'; readonly times: Times }
  | { readonly kind: 'refused'; readonly why: TimesRefusal } {
  const fields = parseCron(cron);
  if (fields === undefined) return { kind: 'refused', why: 'badCron' };
  const zone = parseTimeZone(timeZone);
  if (zone === undefined) return { kind: 'refused', why: 'badTimeZone' };
  const times = { cron: cron.trim(), timeZone: zone, fields };
  if (nextRuns(times, now, 1).length === 0) return { kind: 'refused', why: 'never' };
  return { kind: 'times', times };
}

/**
 * The next `count` runs after an instant, oldest first; fewer where nine years hold no more.
 * A time that the clocks skip comes as much later as they jump: 01:30 in London on 29 March 2026 is 02:30 there. A time that comes twice is run at the
 * first. But what runs in every hour runs whenever the clocks show its minutes: never in an hour that they skip, twice in one that they double.
 */
export function nextRuns(times: Times, after: Date, count: number): readonly Date[] {
  const runs: number[] = [];
  let from = after.getTime();
  const end = from + farthestDays * dayMs;
  for (let days = 1; runs.length < count && from < end; days *= 2) {
    const to = from + days * dayMs;
    runs.push(...runsBetween(times, from, to));
    from = to;
  }
  return runs.slice(0, count).map((run) => new Date(run));
}

/** The newest run after one instant and not after another; undefined where there is none between them. */
export function lastRun(times: Times, after: Date, until: Date): Date | undefined {
  let to = until.getTime();
  for (let days = 1; to > after.getTime(); days *= 2) {
    const from = Math.max(after.getTime(), to - days * dayMs);
    const run = runsBetween(times, from, to).at(-1);
    if (run !== undefined) return new Date(run);
    to = from;
  }
  return undefined;
}
