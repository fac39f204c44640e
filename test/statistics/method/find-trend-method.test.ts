import { describe, expect, test } from 'vitest';
import type { TrendMethod } from '#src/method-finding.ts';
import { findTrendMethod } from '#src/statistics/method/find-trend-method.ts';
import { roundHalfUp, saidRange } from '#src/statistics/said-percent.ts';
import { studentCritical } from '#src/statistics/student-t.ts';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import { tableWeeks } from '#src/summary/method/table-weeks.ts';
import { trendsWorkedOut } from '#test/support/method-cases.ts';
import { event, trendInput } from '#test/support/trend-input.ts';

const found = (name: string): TrendMethod =>
  findTrendMethod(trendsWorkedOut[name] ?? trendInput(), undefined);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The totals of the table whose use names one purpose. */
const totals = (finding: TrendMethod, use: RegExp): readonly number[] =>
  tableWeeks(finding)
    .rows.filter(([, , said = '']) => use.test(said))
    .map(([, trips = '']) => Number(trips.replaceAll(',', '')));

/** The answer worked out again by a reader: from the rows of the table alone. */
function workedAgain(finding: TrendMethod) {
  const before = totals(finding, /^(a year )?before\b/u);
  const after = totals(finding, /^(after|last week)/u);
  const history = totals(finding, /earlier changes/u);
  const [b, m] = [before.length, after.length];
  const log = (later: readonly number[], earlier: readonly number[]) =>
    Math.log(mean(later) / mean(earlier));
  const change = log(after, before);
  const places = Array.from({ length: Math.max(0, history.length - b - m + 1) }, (_, at) =>
    log(history.slice(at + b, at + b + m), history.slice(at, at + b)),
  );
  const size = Math.sqrt(mean(places.map((one) => one * one)));
  const degrees = Math.max(2, Math.floor((2 * history.length) / (b + m)));
  const reach = studentCritical(0.05, degrees) * size;
  const percent = (value: number) => 100 * (Math.exp(value) - 1);
  return {
    percent: percent(change),
    low: percent(change - reach),
    high: percent(change + reach),
    size,
    degrees,
    positions: places.length,
  };
}

const measured = Object.keys(trendsWorkedOut).filter(
  (name) => found(name).trend.change?.kind === 'measured',
);

describe.each(measured)('%s', (name) => {
  const finding = found(name);
  const { trend, working } = finding;
  const again = workedAgain(finding);

  test('the table alone gives the change and its range again', () => {
    if (trend.change?.kind !== 'measured') throw new Error('not measured');
    const { percent, range } = trend.change;
    // Totals in the table are rounded to 10, which is nothing here.
    expect(roundHalfUp(again.percent, percent.to)).toBe(percent.value);
    if (range !== undefined) expect(saidRange(again.low, again.high, percent.to)).toEqual(range);
  });

  test('the numbers that are said are those of the table', () => {
    if (working?.range === undefined) return;
    expect(working.range.positions).toBe(again.positions);
    expect(working.range.degreesOfFreedom).toBe(again.degrees);
    expect(working.range.typicalPercent / 100).toBeCloseTo(again.size, 3);
    expect(working.range.multiple).toBeCloseTo(studentCritical(0.05, again.degrees), 2);
  });

  test('nothing keeps it from being a rise or fall just where it is one', () => {
    if (trend.change?.kind !== 'measured') throw new Error('not measured');
    const isClear = trend.change.verdict === 'rose' || trend.change.verdict === 'fell';
    expect(working?.failed.length === 0).toBe(isClear);
  });
});

test('ranges, protection and too few weeks are all worked out again above', () => {
  expect(measured.length).toBeGreaterThan(20);
  expect(
    measured.map(found).filter(({ working }) => working?.range !== undefined).length,
  ).toBeGreaterThan(12);
});

test.each(Object.keys(trendsWorkedOut))('the answer explained is the answer given: %s', (name) => {
  const input = trendsWorkedOut[name] ?? trendInput();
  expect(findTrendMethod(input, undefined).trend).toEqual(findTrend(input));
});

test('a week is used, or left out with a reason', () => {
  for (const name of Object.keys(trendsWorkedOut)) {
    for (const { uses, unused } of found(name).weeks)
      expect(uses.length > 0).toBe(unused === undefined);
  }
});

test('the reasons for leaving a week out are told apart', () => {
  const began = event({ slug: 'rule', date: '2022-02-28', kind: 'wfh_introduced' });
  const unusedOn = (input: Parameters<typeof findTrendMethod>[0], monday: string) =>
    findTrendMethod(input, undefined).weeks.find(({ week }) => week === monday)?.unused;
  const short = trendInput({ settings: { ...trendInput().settings, minimumHistory: 99 } });
  expect(unusedOn(short, '2022-03-14')).toBe('date');
  expect(unusedOn(short, '2022-04-11')).toBe('flagged');
  expect(unusedOn(short, '2022-02-07')).toBe('notNeeded');
  expect(unusedOn({ ...short, touching: [began] }, '2022-02-21')).toBe('beyondEvent');
});

test('events limit weeks only where fewer were found than looked for', () => {
  const began = event({ slug: 'rule', date: '2022-02-28', kind: 'wfh_introduced' });
  const longAgo = event({ slug: 'old', date: '2022-01-31', kind: 'wfh_introduced' });
  const limits = (touching: (typeof began)[]) =>
    findTrendMethod(trendInput({ touching }), undefined).limitedBy.map(({ slug }) => slug);
  expect(limits([began])).toEqual(['rule']);
  expect(limits([longAgo])).toEqual([]);
  expect(limits([{ ...began, kind: 'storm' }])).toEqual([]);
});
