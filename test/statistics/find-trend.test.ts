import { expect, test } from 'vitest';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import { sayTrend } from '#src/summary/trend/say-trend.ts';
import { tableTrend } from '#src/summary/trend/table-trend.ts';
import { event, trendInput, weeklyRows } from '#test/support/trend-input.ts';

const step = (factor: number, base?: number) =>
  weeklyRows((index) => (index < 62 ? 1 : factor), base);

test('a change that protection could make half of is never called a rise', () => {
  const { change } = findTrend(trendInput({ rows: step(1.05), bound: 20_000 }));
  expect(change).toMatchObject({ verdict: 'unsure', range: { low: 5, high: 5 } });
  const said = sayTrend(findTrend(trendInput({ rows: step(1.05), bound: 20_000 })));
  expect(said.map(({ text }) => text).join(' ')).toContain('protecting people could account');
});

test('a change below 3% is never clear, even where its range excludes none', () => {
  const { change } = findTrend(trendInput({ rows: step(1.023), bound: 100 }));
  expect(change).toMatchObject({ verdict: 'similar', percent: { value: 3 } });
});

test('a small change with a wide range is not called similar', () => {
  const rows = weeklyRows((index) => (index < 62 ? 1 : 1.01) * (1 + 0.15 * Math.cos(index * 2.3)));
  expect(findTrend(trendInput({ rows })).change).toMatchObject({ verdict: 'unsure' });
});

test('the level before what ended had begun leaves out the week in which it began', () => {
  const began = event({ slug: 'rule', date: '2022-02-02', kind: 'wfh_introduced' });
  const { context } = findTrend(trendInput({ events: [began, event({})] }));
  expect(context?.weeks.at(-1)).toBe('2022-01-24');
});

test('the Sunday to ask after counts ordinary weeks only', () => {
  const early = { date: '2022-12-14', event: undefined };
  const holiday = { week: '2022-12-19', kind: 'christmas', label: 'Christmas' };
  expect(findTrend(trendInput({ since: early })).change).toMatchObject({ askAfter: '2023-01-01' });
  expect(findTrend(trendInput({ since: early, calendar: [holiday] })).change).toMatchObject({
    askAfter: '2023-01-08',
  });
});

test('the usual band lies around the level before, over the weeks after', () => {
  const { usual, change } = findTrend(trendInput());
  if (usual === undefined || change?.kind !== 'measured') throw new Error('no band');
  expect(usual.low).toBeLessThan(change.meanBefore);
  expect(usual.high).toBeGreaterThan(change.meanBefore);
  expect(usual.from).toBe(change.afterWeeks[0]);
});

test('a withheld week is [c] in the table, never a number', () => {
  const finding = findTrend(
    trendInput({ rows: weeklyRows((index) => (index % 9 === 4 ? 0.0001 : 1)) }),
  );
  const withheld = finding.weeks.flatMap(({ trips }, index) =>
    trips.kind === 'suppressed' ? [index] : [],
  );
  expect(withheld.length).toBeGreaterThan(2);
  const { rows } = tableTrend(finding);
  for (const index of withheld) expect(rows[index]?.[1]).toBe('[c]');
});

test('a guidance period is drawn only from what began without a break', () => {
  const began = event({ slug: 'rule', date: '2022-01-31', kind: 'wfh_introduced' });
  const eased = event({ slug: 'ease', date: '2022-02-21', kind: 'wfh_eased' });
  expect(findTrend(trendInput({ events: [began, event({})] })).periods).toHaveLength(1);
  expect(findTrend(trendInput({ events: [began, eased, event({})] })).periods).toEqual([]);
});

test('an event in a part of the place is a barrier, but is not marked', () => {
  const inPart = event({ slug: 'local', area: 'A1x', date: '2022-04-04', kind: 'lockdown_start' });
  const { change, events } = findTrend(trendInput({ touching: [event({}), inPart] }));
  expect(change).toMatchObject({ kind: 'measured', afterWeeks: ['2022-03-21', '2022-03-28'] });
  expect(events).toHaveLength(1);
});

test('weeks without trips are not ordinary, even where nothing is protected', () => {
  const rows = weeklyRows((index) => (index > 50 && index < 56 ? 0 : 1));
  const { change, weeks } = findTrend(
    trendInput({ rows, bound: 0, since: { date: '2022-02-16', event: undefined } }),
  );
  expect(weeks.some(({ trips }) => trips.kind === 'published' && trips.value === 0)).toBe(true);
  expect(JSON.stringify(change)).not.toContain('null');
});

test('a barrier is blamed for too few weeks only if it is near', () => {
  const long = event({ slug: 'long-ago', date: '2021-02-01', kind: 'lockdown_start' });
  const calendar = Array.from({ length: 9 }, (_, index) => ({
    week: new Date(Date.UTC(2022, 0, 10 + 7 * index)).toISOString().slice(0, 10),
    kind: 'schoolHoliday',
    label: 'Long holiday',
  }));
  const { change } = findTrend(trendInput({ events: [long, event({})], calendar }));
  expect(change).toMatchObject({ kind: 'tooFewBefore', barrier: undefined });
});
