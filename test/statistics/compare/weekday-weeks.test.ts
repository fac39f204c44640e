import { describe, expect, test } from 'vitest';
import { weekdayWeeks, type DailyRow } from '#src/statistics/compare/weekday-weeks.ts';
import { dailyRows, placeItem, step } from '#test/support/compare-cases.ts';

const { weeks, trend } = placeItem('Leeds', step(1));
const days = dailyRows(trend.rows, (weekday) => weekday + 1);
const weekdayOf = (weekday: number, rows: readonly DailyRow[] = days) =>
  weekdayWeeks(weekday, rows, weeks, trend);
/** The days with one of them, of the sixth week, changed. */
const changed = (date: string, part: Partial<DailyRow>): readonly DailyRow[] =>
  days.map((day) => (day.date === date ? { ...day, ...part } : day));

describe('the weeks of a day of the week', () => {
  test('hold the trips of that day, a week at a time', () => {
    expect(weekdayOf(6).map(({ value }) => value)).toEqual(
      days.filter((_, index) => index % 7 === 6).map(({ trips }) => trips),
    );
    expect(weekdayOf(0).map(({ week }) => week)).toEqual(weeks.map(({ week }) => week));
  });

  test('are ordinary where the week is', () => {
    const ordinary = (all: typeof weeks) => all.map((week) => week.ordinary);
    expect(ordinary(weekdayOf(3))).toEqual(ordinary(weeks));
    expect(weekdayOf(3).filter((week) => !week.ordinary)).toHaveLength(1);
  });

  test('are not ordinary where more than E is withheld in days of the week', () => {
    const row = days.find(({ date }) => date === '2021-02-10');
    const withheld = changed('2021-02-10', { withheld: row?.trips ?? 0 });
    for (const weekday of [0, 2, 6])
      expect(weekdayOf(weekday, withheld)[5]).toMatchObject({
        ordinary: false,
        flag: { kind: 'suppressed' },
      });
    const little = changed('2021-02-10', { withheld: trend.bound });
    expect(weekdayOf(2, little)[5]?.ordinary).toBe(true);
  });

  test('are not ordinary where a day is missing, or the days do not add up to the week', () => {
    const missing = days.filter(({ date }) => date !== '2021-02-10');
    expect(weekdayOf(6, missing)[5]?.ordinary).toBe(false);
    const row = days.find(({ date }) => date === '2021-02-10');
    const less = changed('2021-02-10', { trips: (row?.trips ?? 0) - trend.bound - 1 });
    expect(weekdayOf(6, less)[5]?.ordinary).toBe(false);
  });

  test('are withheld where the day is below twice E', () => {
    const small = changed('2021-02-08', { trips: 2 * trend.bound - 1 });
    expect(weekdayOf(0, small)[5]?.trips).toEqual({ kind: 'suppressed' });
  });
});
