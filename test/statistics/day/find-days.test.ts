import { describe, expect, test } from 'vitest';
import { dayWindow } from '#src/statistics/day/day-window.ts';
import { findDays } from '#src/statistics/day/find-days.ts';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import { addDays, dayNumber } from '#src/week.ts';
import { dayCases, dayInput, daysOfWeeks } from '#test/support/day-cases.ts';
import { release, trendInput, weeklyRows } from '#test/support/trend-input.ts';

const whole = { from: '2021-01-04', until: '2022-12-18' };
const inWeekOf = (monday: string) => (date: string) => date >= monday && date <= addDays(monday, 6);

test.each([
  {
    since: '2022-03-16',
    lastDay: '2022-12-18',
    asked: false,
    from: '2022-02-14',
    until: '2022-04-17',
  },
  {
    since: '2022-03-14',
    lastDay: '2022-12-18',
    asked: false,
    from: '2022-02-14',
    until: '2022-04-17',
  },
  {
    since: '2022-03-16',
    lastDay: '2022-06-26',
    asked: true,
    from: '2022-02-14',
    until: '2022-06-26',
  },
  {
    since: '2022-03-16',
    lastDay: '2022-03-27',
    asked: true,
    from: '2022-02-14',
    until: '2022-03-27',
  },
  {
    since: '2021-01-13',
    lastDay: '2022-12-18',
    asked: false,
    from: '2021-01-04',
    until: '2021-02-14',
  },
  {
    since: '2022-12-14',
    lastDay: '2022-12-18',
    asked: false,
    from: '2022-11-14',
    until: '2022-12-18',
  },
  {
    since: undefined,
    lastDay: '2022-12-18',
    asked: false,
    from: '2022-10-24',
    until: '2022-12-18',
  },
  { since: undefined, lastDay: '2021-01-17', asked: true, from: '2021-01-04', until: '2021-01-17' },
])('the days around $since up to $lastDay are $from to $until', (row) => {
  const since = row.since === undefined ? undefined : { date: row.since, event: undefined };
  const window = dayWindow({ since, lastDay: row.lastDay, release }, row.asked);
  expect(window).toEqual({ from: row.from, until: row.until });
  expect((dayNumber(window.until) - dayNumber(window.from) + 1) % 7).toBe(0);
});

describe.each(Object.entries(dayCases))('%s', (_name, input) => {
  const finding = findDays(input);

  test('there is every day of the window, once, in order', () => {
    const { from, until } = input.window;
    const count = dayNumber(until) - dayNumber(from) + 1;
    expect(finding.days.map(({ date }) => date)).toEqual(
      Array.from({ length: count }, (_, index) => addDays(from, index)),
    );
  });

  test('no day below twice the error bound of the week is shown', () => {
    for (const { trips } of finding.days)
      if (trips.kind === 'published')
        expect(trips.value).toBeGreaterThanOrEqual(2 * input.trend.bound - release.rounding / 2);
  });

  test('the comparison of weeks is that of the trend', () => {
    expect(finding.trend).toEqual(findTrend(input.trend));
  });
});

test('a week that has no figures by day is a gap, and one that lacks too much of them', () => {
  const trend = trendInput();
  const rows = daysOfWeeks(trend).filter(({ date }) => !inWeekOf('2022-03-21')(date));
  const kinds = (one: ReturnType<typeof findDays>, monday: string) =>
    new Set(one.days.filter(({ date }) => inWeekOf(monday)(date)).map(({ trips }) => trips.kind));
  const gap = findDays({ trend, window: whole, rows });
  expect(kinds(gap, '2022-03-21')).toEqual(new Set(['notApplicable']));
  expect(kinds(gap, '2022-03-28')).toEqual(new Set(['published']));
  const noSundays = daysOfWeeks(trend).filter(({ date }) => date !== '2022-03-27');
  const lacking = findDays({ trend, window: whole, rows: noSundays });
  expect(kinds(lacking, '2022-03-21')).toEqual(new Set(['notApplicable']));
});

test('what days leave out of a week is told, rounded up, where it is more than E', () => {
  const split = (last: number) => [0.14, 0.15, 0.15, 0.15, 0.17, 0.14, last];
  const leftOut = (last: number) => {
    const trend = trendInput({ rows: weeklyRows(() => 1) });
    return findDays({ trend, window: whole, rows: daysOfWeeks(trend, undefined, split(last)) })
      .leftOutPercent;
  };
  expect(leftOut(0.1)).toBeUndefined();
  expect(leftOut(0.0999)).toBeUndefined();
  expect(leftOut(0.088)).toBe(2);
});

test('days of the week are told apart over the ordinary weeks that are compared and shown', () => {
  const { weekdays } = findDays(dayInput(trendInput()));
  expect(weekdays?.weeks).toEqual(['2022-03-21', '2022-03-28', '2022-04-04']);
  expect(weekdays?.busiest.day).toBe('Friday');
  expect(weekdays?.quietest.day).toBe('Sunday');
  const rows = daysOfWeeks(trendInput()).filter(({ date }) =>
    weekdays?.weeks.some((week) => inWeekOf(week)(date)),
  );
  const fridays = rows.filter((_, index) => index % 7 === 4).map(({ trips }) => trips);
  const mean = fridays.reduce((sum, trips) => sum + trips, 0) / fridays.length;
  expect(weekdays?.busiest.trips).toBe(Math.round(mean / release.rounding) * release.rounding);
});

test('one week tells nothing of days of the week', () => {
  expect(findDays(dayCases['one week after'] ?? dayInput(trendInput())).weekdays).toBeUndefined();
});
