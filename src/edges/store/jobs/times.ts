import { Cron } from 'croner';
import type { Times, TimesRefusal } from '#src/state/jobs.ts';

/** Times of the day that are named, with no star among hours and minutes, are kept once a day when the clocks change, as Vixie's cron does. */
const patternOf = ({ cron, timeZone }: Times): Cron =>
  new Cron(cron, {
    timezone: timeZone,
    mode: '5-part',
    fixedTimeRule: 'no-wildcard',
    paused: true,
  });

const fieldCount = 5;

/** Reads a cron expression of five fields and the named time zone on whose clocks it is read. */
export function parseTimes(
  cron: string,
  timeZone: string,
  now: Date,
):
  | { readonly kind: 'times'; readonly times: Times }
  | { readonly kind: 'refused'; readonly why: TimesRefusal } {
  const zone = parseTimeZone(timeZone);
  if (zone === undefined) return { kind: 'refused', why: 'badTimeZone' };
  // The library also reads dates and words such as "@daily".
  if (cron.trim().split(/\s+/u).length !== fieldCount) return { kind: 'refused', why: 'badCron' };
  // The one place where the brand is given.
  const times = { cron: cron.trim(), timeZone: zone } as Times;
  const next = firstRun(times, now);
  if (next === undefined) return { kind: 'refused', why: 'badCron' };
  return next === null ? { kind: 'refused', why: 'never' } : { kind: 'times', times };
}

/** Undefined where the expression is none, null where it never comes due. */
function firstRun(times: Times, now: Date): Date | null | undefined {
  try {
    return patternOf(times).nextRun(now);
  } catch {
    return undefined;
  }
}

/**
 * The next `count` runs after an instant, oldest first. A time that the clocks skip comes once they have jumped: 01:30 in London on 29 March 2026 is 02:00
 * there; where they jump to the next day, as in Greenland, it is left out. A time that comes twice is run at the first. With a star among hours or minutes, what is skipped is left out and what comes twice is run twice.
 */
export function nextRuns(times: Times, after: Date, count: number): readonly Date[] {
  return patternOf(times).nextRuns(count, after);
}

/** The newest run after one instant and not after another; undefined where there is none between them. */
export function lastRun(times: Times, after: Date, until: Date): Date | undefined {
  const [run] = patternOf(times).previousRuns(1, new Date(until.getTime() + 1));
  return run !== undefined && run > after ? run : undefined;
}

/** A named time zone as Intl spells it ("Europe/London"); undefined for an offset such as "+01:00", which knows no clock change, and for what is none. */
function parseTimeZone(text: string): string | undefined {
  if (!/^[A-Za-z]/u.test(text)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
