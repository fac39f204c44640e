import { expect, test } from 'vitest';
import { typicalWeek, type SeriesWeek } from '#src/statistics/typical-week.ts';
import { addDays } from '#src/week.ts';
import { reference, whereReference } from '#test/support/reference.ts';
import { settings } from '#test/support/trend-input.ts';

const folder = 'reference/statistics';

/** Numbers of the reference agree to 1e-8, relative. */
function expectClose(ours: number, theirs: unknown) {
  expect(typeof theirs).toBe('number');
  expect(Math.abs(ours - Number(theirs))).toBeLessThanOrEqual(
    1e-8 * Math.max(1e-3, Math.abs(Number(theirs))),
  );
}

const seriesOf = (file: string, notOrdinary: readonly string[]): SeriesWeek[] =>
  reference.csv(`${folder}/inputs/${file}`).map((row) => ({
    week: row['week_starting'] ?? '',
    value: Number(row['y']),
    ordinary: row['ordinary'] === '1' && !notOrdinary.includes(row['week_starting'] ?? ''),
  }));

test.skipIf(!reference.present)(
  `a ratio of nations matches the reference with its range${whereReference}`,
  () => {
    const expected = reference.json(
      `${folder}/outputs/e_typical_week_ratio_after_both.json`,
    ) as Record<string, unknown>;
    const series = seriesOf('e_ratio_weekly.csv', [
      '2021-10-25',
      '2021-12-20',
      '2021-12-27',
      '2022-01-03',
      '2022-02-14',
    ]);
    const found = typicalWeek(series, '2022-01-31', [], settings);
    if (found.kind !== 'range') throw new Error(found.kind);
    expect(found.beforeWeeks).toEqual(expected['before_weeks']);
    expect(found.afterWeeks).toEqual(expected['after_weeks']);
    expect(found.degreesOfFreedom).toBe(expected['nu']);
    expect(found.historyWeeks).toBe(expected['history_weeks']);
    expect(found.asLarge).toBe(expected['placebo_as_large']);
    expectClose(found.meanBefore, expected['mean_before']);
    expectClose(found.meanAfter, expected['mean_after']);
    expectClose(found.logChange, expected['log_change']);
    expectClose(found.percent, expected['percent']);
    expectClose(found.scale, expected['placebo_rms']);
    expectClose(found.critical, expected['t_critical']);
    expectClose(found.percentLow, expected['percent_low']);
    expectClose(found.percentHigh, expected['percent_high']);
    expectClose(found.probability, expected['p']);
    const placebo = expected['placebo'] as number[];
    expect(found.placebo).toHaveLength(placebo.length);
    found.placebo.forEach((value, index) => expectClose(value, placebo[index]));
  },
);

test.skipIf(!reference.present)(
  `a short history matches the reference and gives no range${whereReference}`,
  () => {
    const expected = reference.json(`${folder}/outputs/c_typical_week.json`) as Record<
      string,
      unknown
    >;
    const found = typicalWeek(
      seriesOf('c_london_weekly_synthetic.csv', []),
      '2022-01-19',
      [],
      settings,
    );
    if (found.kind !== 'noRange') throw new Error(found.kind);
    expect(found.beforeWeeks).toHaveLength(Number(expected['n_before']));
    expect(found.afterWeeks).toHaveLength(Number(expected['n_after']));
    expect(found.historyWeeks).toBe(expected['history_weeks']);
    expectClose(found.meanBefore, expected['mean_before']);
    expectClose(found.meanAfter, expected['mean_after']);
    expectClose(found.logChange, expected['log_change']);
    expectClose(found.percent, expected['percent']);
  },
);

test.skipIf(!reference.present)(
  `workplace visits in London boroughs rose 5.4% (-0.2 to 11.3), as published with the method${whereReference}`,
  () => {
    const days = new Map<string, number[]>();
    for (const { date = '', workplaces = '' } of reference.csv(
      'data/google/london_boroughs_daily.csv',
    )) {
      if (workplaces !== '') days.set(date, [...(days.get(date) ?? []), 100 + Number(workplaces)]);
    }
    const bankHolidays = new Set(
      reference
        .csv('data/policy/bank_holidays_gb.csv')
        .filter((row) => row['jurisdiction'] === 'GB-ENG')
        .map((row) => row['date']),
    );
    const notOrdinary = [
      ['2020-12-18', '2021-01-10'],
      ['2021-12-18', '2022-01-09'],
      ['2021-07-22', '2021-09-01'],
      ['2021-10-25', '2021-10-29'],
      ['2022-02-14', '2022-02-18'],
    ] as const;
    const series: SeriesWeek[] = [];
    for (let week = '2020-02-17'; week < '2022-05-16'; week = addDays(week, 7)) {
      const dates = Array.from({ length: 7 }, (_, day) => addDays(week, day));
      const values = dates.map((date) => days.get(date) ?? []);
      series.push({
        week,
        value: values.reduce((sum, day) => sum + day.reduce((a, b) => a + b, 0) / day.length, 0),
        ordinary:
          !dates.some((date) => bankHolidays.has(date)) &&
          !dates
            .slice(0, 5)
            .some((date) => notOrdinary.some(([from, to]) => from <= date && date <= to)),
      });
    }
    const found = typicalWeek(series, '2022-01-19', ['2021-12-13'], settings);
    if (found.kind !== 'range') throw new Error(found.kind);
    expect(found.percent).toBeCloseTo(5.44, 2);
    expect(found.percentLow).toBeCloseTo(-0.15, 2);
    expect(found.percentHigh).toBeCloseTo(11.35, 2);
  },
);

const steady = (
  weeks: number,
  change: (index: number) => Partial<SeriesWeek> = () => ({}),
): SeriesWeek[] =>
  Array.from({ length: weeks }, (_, index) => ({
    week: addDays('2022-01-03', 7 * index),
    value: 1000 + (index % 3),
    ordinary: true,
    ...change(index),
  }));

test('the week of the event is on neither side, unless the event is a Monday', () => {
  const midweek = typicalWeek(steady(40), '2022-07-06', [], settings);
  const monday = typicalWeek(steady(40), '2022-07-04', [], settings);
  expect(midweek.beforeWeeks.at(-1)).toBe('2022-06-27');
  expect(midweek.afterWeeks[0]).toBe('2022-07-11');
  expect(monday.afterWeeks[0]).toBe('2022-07-04');
});

test('neither side reaches across a barrier, nor uses the week a barrier falls in', () => {
  const found = typicalWeek(steady(40), '2022-07-06', ['2022-06-15', '2022-08-03'], settings);
  expect(found.beforeWeeks).toEqual(['2022-06-20', '2022-06-27']);
  expect(found.afterWeeks).toEqual(['2022-07-11', '2022-07-18', '2022-07-25']);
});

test('weeks that are not ordinary are passed over, within 8 calendar weeks before', () => {
  const found = typicalWeek(
    steady(40, (index) => ({ ordinary: index < 16 || index >= 24 })),
    '2022-07-06',
    [],
    settings,
  );
  // 2022-07-04 is week 26: weeks 24 and 25 are ordinary, 16 to 23 are not, and week 17 is the earliest looked at.
  expect(found.beforeWeeks).toEqual(['2022-06-20', '2022-06-27']);
});

test('fewer than two ordinary weeks on a side is said, not computed', () => {
  expect(typicalWeek(steady(27), '2022-07-06', [], settings).kind).toBe('tooFewAfter');
  expect(typicalWeek(steady(40), '2022-07-06', ['2022-06-27'], settings).kind).toBe('tooFewBefore');
});
