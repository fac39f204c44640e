import { assert, constantFrom, nat, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastRun, nextRuns, parseTimes } from '#src/edges/store/jobs/times.ts';
import type { Times } from '#src/state/jobs.ts';

const at = (text: string) => new Date(text);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

function timesOf(cron: string, timeZone = 'Europe/London'): Times {
  const parsed = parseTimes(cron, timeZone, at('2026-01-01T00:00:00Z'));
  if (parsed.kind === 'refused') throw new Error(parsed.why);
  return parsed.times;
}

const runsOf = (cron: string, after: string, count: number, timeZone?: string) =>
  nextRuns(timesOf(cron, timeZone), at(after), count).map((run) => run.toISOString().slice(0, 16));

describe('in London', () => {
  test.for([
    // The clocks go from 00:59 to 02:00.
    ['30 1 * * *', '2026-03-28T12:00Z', ['2026-03-29T01:00', '2026-03-30T00:30']],
    ['0 1 * * *', '2026-03-28T12:00Z', ['2026-03-29T01:00', '2026-03-30T00:00']],
    ['59 0 * * *', '2026-03-28T12:00Z', ['2026-03-29T00:59', '2026-03-29T23:59']],
    ['0 2 * * *', '2026-03-28T12:00Z', ['2026-03-29T01:00', '2026-03-30T01:00']],
    ['30 9 * * 1', '2026-03-20T12:00Z', ['2026-03-23T09:30', '2026-03-30T08:30']],
    // 01:30 that is skipped and 02:00 are one instant, and one run.
    ['0,30 1,2 * * *', '2026-03-29T00:00Z', ['2026-03-29T01:00', '2026-03-29T01:30']],
    ['15 * * * *', '2026-03-29T00:00Z', ['2026-03-29T00:15', '2026-03-29T01:15']],
    // The clocks go from 01:59 to 01:00.
    ['30 1 * * *', '2026-10-24T12:00Z', ['2026-10-25T00:30', '2026-10-26T01:30']],
    ['0 1 * * *', '2026-10-24T12:00Z', ['2026-10-25T00:00', '2026-10-26T01:00']],
    ['0 2 * * *', '2026-10-24T12:00Z', ['2026-10-25T02:00', '2026-10-26T02:00']],
    ['30 9 * * 1', '2026-10-16T12:00Z', ['2026-10-19T08:30', '2026-10-26T09:30']],
    ['15 * * * *', '2026-10-25T00:00Z', ['2026-10-25T00:15', '2026-10-25T01:15']],
    ['30 1 * * *', '2026-10-25T00:30Z', ['2026-10-26T01:30']],
    // Leap days, ends of months and years.
    ['0 9 29 2 *', '2026-11-23T00:00Z', ['2028-02-29T09:00', '2032-02-29T09:00']],
    ['0 9 31 * *', '2026-02-01T00:00Z', ['2026-03-31T08:00', '2026-05-31T08:00']],
    ['0 0 1 1 *', '2026-12-31T23:59Z', ['2027-01-01T00:00']],
  ] as const)('%s after %s', ([cron, after, runs]) => {
    expect(runsOf(cron, after, runs.length)).toEqual(runs);
  });

  test('every minute of a day on which the clocks change is run once', () => {
    for (const day of ['2026-03-29', '2026-10-25']) {
      const midnight = at(`${day}T00:00:00Z`);
      const runs = nextRuns(timesOf('* * * * *'), midnight, 1440);
      expect(runs.map((run) => run.getTime() - midnight.getTime())).toEqual(
        Array.from({ length: 1440 }, (_, index) => (index + 1) * minuteMs),
      );
    }
  });

  test('a run is after its instant, to the millisecond', () => {
    const times = timesOf('30 9 * * *');
    const run = at('2026-11-02T09:30:00.000Z');
    const before = new Date(run.getTime() - 1);
    expect(nextRuns(times, before, 1)).toEqual([run]);
    expect(nextRuns(times, run, 1)).toEqual([at('2026-11-03T09:30:00Z')]);
    expect(lastRun(times, before, run)).toEqual(run);
    expect(lastRun(times, run, run)).toBeUndefined();
    expect(lastRun(times, at('2020-01-01T00:00:00Z'), before)).toEqual(at('2026-11-01T09:30:00Z'));
  });
});

test.for([
  // Half an hour, at 02:00; no 02:15.
  [
    '15 2 * * *',
    'Australia/Lord_Howe',
    '2026-10-03T12:00Z',
    ['2026-10-03T15:30', '2026-10-04T15:15'],
  ],
  // At midnight: the day begins at 01:00.
  ['30 0 * * *', 'America/Santiago', '2026-09-05T12:00Z', ['2026-09-06T04:00', '2026-09-07T03:30']],
  // To midnight itself: there is no such time that day, and its run is left out.
  ['0 23 * * *', 'America/Nuuk', '2026-03-27T12:00Z', ['2026-03-28T01:00', '2026-03-30T00:00']],
  // A whole day was left out, 30 December 2011, and with it its run.
  ['0 9 30 12 *', 'Pacific/Apia', '2011-12-01T00:00Z', ['2012-12-29T19:00']],
  ['0 9 * * *', 'Asia/Kathmandu', '2026-11-01T00:00Z', ['2026-11-01T03:15', '2026-11-02T03:15']],
] as const)('%s in %s', ([cron, timeZone, after, runs]) => {
  expect(runsOf(cron, after, runs.length, timeZone)).toEqual(runs);
});

test.for([
  ['not cron', 'Europe/London', 'badCron'],
  ['', 'Europe/London', 'badCron'],
  ['* * * *', 'Europe/London', 'badCron'],
  ['* * * * * *', 'Europe/London', 'badCron'],
  ['60 * * * *', 'Europe/London', 'badCron'],
  ['* 24 * * *', 'Europe/London', 'badCron'],
  ['* * 0 * *', 'Europe/London', 'badCron'],
  ['* * * 13 *', 'Europe/London', 'badCron'],
  ['*/0 * * * *', 'Europe/London', 'badCron'],
  ['2026-11-24T09:00:00', 'Europe/London', 'badCron'],
  ['@daily', 'Europe/London', 'badCron'],
  ['٣٠ 9 * * *', 'Europe/London', 'badCron'],
  ['0 9 * * *', 'Europe/Londn', 'badTimeZone'],
  ['0 9 * * *', '', 'badTimeZone'],
  ['0 9 * * *', '+01:00', 'badTimeZone'],
  ['0 9 30 2 *', 'Europe/London', 'never'],
] as const)('"%s" on the clocks of "%s" is refused: %s', ([cron, timeZone, why]) => {
  expect(parseTimes(cron, timeZone, at('2026-01-01T00:00:00Z'))).toEqual({ kind: 'refused', why });
});

test('a time zone is kept as Intl spells it', () => {
  expect(timesOf('0 9 * * *', 'europe/london').timeZone).toBe('Europe/London');
});

describe('against clocks that are watched minute by minute', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const clocks = new Map<string, Intl.DateTimeFormat>();
  /** What the clocks of a zone show, as minutes since 1970 as if in UTC: read from text, unlike the code under test. */
  const shown = (timeZone: string, instant: number): number => {
    const clock =
      clocks.get(timeZone) ??
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    clocks.set(timeZone, clock);
    return Date.parse(`${clock.format(instant).replace(' ', 'T')}Z`) / minuteMs;
  };
  const dayOf = (local: number): number => Math.floor(local / 1440);
  /** A cron expression, told apart. */
  type Asked = {
    readonly cron: string;
    readonly minutes: ReadonlySet<number>;
    readonly hours: ReadonlySet<number>;
    readonly isDay: (day: Date) => boolean;
    /** It names its hours and minutes, with no star: then it is done once a day whatever the clocks do. */
    readonly isFixed: boolean;
  };
  const isAsked = ({ minutes, hours, isDay }: Asked, local: number): boolean => {
    const date = new Date(local * minuteMs);
    return isDay(date) && hours.has(date.getUTCHours()) && minutes.has(date.getUTCMinutes());
  };
  /** Walks through the minutes as a person would who has a clock and a list: what was shown before is done; what was skipped is done once the clocks have jumped, unless they jump to the next day. */
  const watch = (asked: Asked, timeZone: string, from: number, to: number): readonly number[] => {
    const runs = new Set<number>();
    // A day before, so that what is shown twice is known to have been.
    const seen = new Set<number>();
    let before = shown(timeZone, from - 24 * hourMs);
    for (let instant = from - 24 * hourMs + minuteMs; instant <= to; instant += minuteMs) {
      const local = shown(timeZone, instant);
      for (let missing = before + 1; missing < local; missing += 1)
        if (asked.isFixed && dayOf(missing) === dayOf(local) && isAsked(asked, missing))
          runs.add(instant);
      const isAgain = seen.has(local) && asked.isFixed;
      if (isAsked(asked, local) && !isAgain) runs.add(instant);
      seen.add(local);
      before = local;
    }
    return [...runs].filter((run) => run > from && run <= to).toSorted((a, b) => a - b);
  };

  /** A moment in 2026 on which the clocks of a zone change, or where they never do, any. */
  const changeIn = (timeZone: string, which: number): number => {
    const start = Date.UTC(2026, 0, 1);
    const hours = Array.from({ length: 366 }, (_, day) => start + day * 24 * hourMs);
    const days = hours.filter(
      (day) => shown(timeZone, day + 24 * hourMs) - shown(timeZone, day) !== 1440,
    );
    return days[which % Math.max(days.length, 1)] ?? start + which * 24 * hourMs;
  };
  const all = (count: number) => Array.from({ length: count }, (_, index) => index);
  const someMinutes = constantFrom<readonly [string, readonly number[]]>(
    ['0', [0]],
    ['30', [30]],
    ['*/15', [0, 15, 30, 45]],
    ['7,52', [7, 52]],
    ['*', all(60)],
  );
  const someHours = constantFrom<readonly [string, readonly number[]]>(
    ['0', [0]],
    ['1', [1]],
    ['2', [2]],
    ['3', [3]],
    ['23', [23]],
    ['1-3', [1, 2, 3]],
    ['0,12', [0, 12]],
    ['*/2', all(12).map((hour) => hour * 2)],
    ['*', all(24)],
  );
  const someDays = constantFrom<readonly [string, (day: Date) => boolean]>(
    ['* * *', () => true],
    ['1-15 * *', (day: Date) => day.getUTCDate() <= 15],
    ['* * 0', (day: Date) => day.getUTCDay() === 0],
    ['* * 1-5', (day: Date) => day.getUTCDay() % 6 !== 0],
  );
  const someAsked = tuple(someMinutes, someHours, someDays).map(
    ([[minute, minutes], [hour, hours], [days, isDay]]): Asked => ({
      cron: `${minute} ${hour} ${days}`,
      minutes: new Set(minutes),
      hours: new Set(hours),
      isDay,
      isFixed: !/[*/]/u.test(minute + hour),
    }),
  );

  test(
    'the runs around a clock change are those of the clocks, in every zone',
    { timeout: 120_000 },
    () => {
      expect(zones.length).toBeGreaterThan(300);
      assert(
        property(constantFrom(...zones), nat(5), someAsked, (timeZone, which, asked) => {
          const times = timesOf(asked.cron, timeZone);
          const from = changeIn(timeZone, which) - 6 * hourMs;
          const to = from + 54 * hourMs;
          const expected = watch(asked, timeZone, from, to);
          const runs = nextRuns(times, new Date(from), expected.length + 1).map(Number);
          expect(runs.filter((run) => run <= to)).toEqual(expected);
          expect(Number(lastRun(times, new Date(from), new Date(to)) ?? Number.NaN)).toBe(
            expected.at(-1) ?? Number.NaN,
          );
        }),
        { numRuns: 150 },
      );
    },
  );
});
