import { expect, test } from 'vitest';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import { addDays } from '#src/week.ts';
import { trendInput, weeklyRows } from '#test/support/trend-input.ts';

const lastYear = { against: 'lastYear' } as const;
const measured = (input: Parameters<typeof trendInput>[0]) => {
  const { change } = findTrend(trendInput({ ...lastYear, ...input }));
  if (change?.kind !== 'measured') throw new Error('not measured');
  return change;
};

test('each week is held against the week 52 weeks before, the same days of the week', () => {
  const { beforeWeeks, afterWeeks, range } = measured({});
  expect(beforeWeeks).toEqual(afterWeeks.map((week) => addDays(week, -364)));
  expect(afterWeeks[0]).toBe('2022-03-21');
  expect(range).toBeUndefined();
});

test('a week is left out in both years where it is not ordinary in one', () => {
  const holiday = { week: '2021-03-29', kind: 'bankHoliday', label: 'Spring holiday' };
  expect(measured({ calendar: [holiday] }).afterWeeks).not.toContain('2022-03-28');
  expect(measured({ calendar: [holiday] }).afterWeeks).toHaveLength(4);
});

test('the change is of the means of both years', () => {
  const rows = weeklyRows((index) => (index < 52 ? 1 : 1.5));
  expect(measured({ rows }).percent.value).toBeCloseTo(50, -1);
});

test('without a year before there is no comparison', () => {
  const since = { date: '2021-06-16', event: undefined };
  expect(findTrend(trendInput({ ...lastYear, since })).change).toBeUndefined();
});

test('the year before is drawn', () => {
  const { weeks, change } = findTrend(trendInput(lastYear));
  if (change?.kind !== 'measured') throw new Error('not measured');
  expect(weeks.map(({ week }) => week)).toEqual(expect.arrayContaining([...change.beforeWeeks]));
});
