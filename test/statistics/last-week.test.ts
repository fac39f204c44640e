import { expect, test } from 'vitest';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import { event, trendInput } from '#test/support/trend-input.ts';

const latest = { since: undefined } as const;
const lockdown = (date: string) =>
  event({ slug: 'lockdown', kind: 'lockdown_start', clause: 'a lockdown began', date });

test('the last week is not compared with weeks before another event', () => {
  const events = [lockdown('2022-12-07')];
  expect(findTrend(trendInput({ ...latest, events })).change).toMatchObject({
    kind: 'tooFewBefore',
    barrier: { date: '2022-12-07' },
  });
});

test('weeks past the event are enough, and weeks before it are left out', () => {
  const { change } = findTrend(trendInput({ ...latest, events: [lockdown('2022-11-21')] }));
  expect(change).toMatchObject({
    kind: 'measured',
    beforeWeeks: ['2022-11-21', '2022-11-28', '2022-12-05'],
  });
});

test('the period asked for is its whole weeks, where an end was asked for', () => {
  const since = { date: '2022-11-01', event: undefined };
  const asked = trendInput({ since, lastDay: '2022-11-27', isEnded: true });
  expect(findTrend(asked).period).toMatchObject({
    weeks: ['2022-11-07', '2022-11-14', '2022-11-21'],
    mean: { kind: 'published' },
  });
  expect(findTrend({ ...asked, isEnded: false }).period).toBeUndefined();
});

test('the year before is said to be in the wake of the last event before it, if that is not long ago', () => {
  const years = (date: string) =>
    findTrend(trendInput({ against: 'lastYear', events: [event({}), lockdown(date)] })).yearBefore;
  expect(years('2021-02-03')).toMatchObject({ slug: 'lockdown' });
  expect(years('2020-06-03')).toBeUndefined();
});

test('weeks on both sides of an event are not taken together in either year', () => {
  const events = [event({}), lockdown('2021-04-07')];
  const { change } = findTrend(trendInput({ against: 'lastYear', events }));
  expect(change).toMatchObject({ afterWeeks: ['2022-03-21', '2022-03-28'] });
});
