import { expect, test } from 'vitest';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import { trendInput, weeklyRows } from '#test/support/trend-input.ts';

const rows = weeklyRows((index) => (index < 62 ? 1 : 1.2));
const restOf = (level: number) => ({
  name: 'elsewhere in Arden',
  rows: weeklyRows(() => level),
  larger: 'Arden',
});

test('up to 5% counted elsewhere, a change is told, with how much is left out', () => {
  const { change, partly } = findTrend(trendInput({ rows, rest: restOf(0.05) }));
  expect(change).toMatchObject({ kind: 'measured' });
  expect(partly).toMatchObject({ rest: 'elsewhere in Arden', percent: 5 });
});

test('above 5% no change is told, and where enough is known is offered', () => {
  const { change, partly } = findTrend(trendInput({ rows, rest: restOf(0.06) }));
  expect(change).toEqual({ kind: 'partlyKnown', larger: 'Arden' });
  expect(partly).toMatchObject({ percent: 6 });
});

test('a change that the trips counted elsewhere could make half of is not called a rise', () => {
  const small = weeklyRows((index) => (index < 62 ? 1 : 1.06));
  expect(findTrend(trendInput({ rows: small })).change).toMatchObject({ verdict: 'rose' });
  expect(findTrend(trendInput({ rows: small, rest: restOf(0.02) })).change).toMatchObject({
    verdict: 'unsure',
  });
});

test('where nothing is counted elsewhere, nothing is said of it', () => {
  const nothing = { name: 'elsewhere in Arden', rows: [], larger: undefined };
  expect(findTrend(trendInput({ rows, rest: nothing })).partly).toBeUndefined();
});
