import { expect, test } from 'vitest';
import type { Area } from '#src/area.ts';
import {
  beginningOf,
  chainOf,
  eventsInForce,
  eventsTouching,
} from '#src/statistics/events-in-force.ts';
import { event } from '#test/support/trend-input.ts';

const area = (code: string, parent?: string): Area => ({
  code,
  name: code,
  level: 'place',
  parent,
});
const areas = [
  area('A'),
  area('N', 'A'),
  area('N1', 'N'),
  area('N2', 'N'),
  area('S', 'A'),
  area('S1', 'S'),
];
const of = (code: string) => areas.find((one) => one.code === code) ?? area(code);
const north = event({ slug: 'rule', area: 'N', date: '2022-03-01' });
const south = event({ slug: 'rule', area: 'S', date: '2022-03-08' });
const all = event({ slug: 'law', area: 'A', date: '2022-01-01' });

test('a place has the events of all it lies in, in order', () => {
  expect(eventsInForce([north, south, all], chainOf(of('N1'), areas))).toEqual([all, north]);
});

test('an event touches a place if it holds in at least half of the areas at its foot', () => {
  expect(eventsTouching([north, south, all], [of('A')], areas)).toEqual([north, all]);
  expect(eventsTouching([north, south, all], [of('S1')], areas)).toEqual([south, all]);
});

test('the same event on one day in several parts counts together', () => {
  const sameDay = { ...south, date: north.date };
  const few = [area('A'), area('N', 'A'), area('S', 'A'), area('W', 'A'), area('E', 'A')];
  expect(eventsTouching([north, sameDay], [few[0] ?? of('A')], few)).toHaveLength(2);
  expect(eventsTouching([north, south], [few[0] ?? of('A')], few)).toHaveLength(0);
});

test.each([
  { kinds: ['wfh_introduced'], began: true },
  { kinds: ['wfh_introduced', 'wfh_eased'], began: false },
  { kinds: ['wfh_introduced', 'lockdown_start'], began: true },
  { kinds: ['lockdown_start'], began: false },
])('what $kinds began is ended by wfh_lifted: $began', ({ kinds, began }) => {
  const before = kinds.map((kind, day) => event({ kind, date: `2022-01-0${day + 1}` }));
  expect(beginningOf(event({}), before) !== undefined).toBe(began);
});
