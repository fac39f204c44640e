import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { demoAreas } from '#src/release/demo/demo-areas.ts';
import { demoHolidays } from '#src/release/demo/demo-holidays.ts';
import type { DemoParameters } from '#src/release/demo/demo-parameters.ts';
import { readParameters } from '#src/release/demo/read-parameters.ts';

let parameters: DemoParameters;
const codes = new Set<string>();

beforeAll(async () => {
  parameters = await readParameters(join(import.meta.dirname, '../../../data/uk'));
  for (const { code } of demoAreas(parameters)) codes.add(code);
});

test('every alias, event, holiday and shock names an area of the tree', () => {
  const { aliases, events, shocks } = parameters;
  const named = [
    ...aliases.map(({ code }) => code),
    ...events.map(({ area }) => area),
    ...shocks.map(({ area }) => area),
    ...demoHolidays(parameters).map(({ area }) => area),
  ];
  expect(named.length).toBeGreaterThan(300);
  expect(named.filter((code) => !codes.has(code))).toEqual([]);
});

test('an event has one date in a place, and a slug that can be typed', () => {
  const { events } = parameters;
  expect(new Set(events.map(({ slug, area }) => `${slug} ${area}`)).size).toBe(events.length);
  expect(events.filter(({ slug }) => !/^[a-z]+(-[a-z0-9]+)*$/u.test(slug))).toEqual([]);
});

test('each nation has its own lift date', () => {
  const lifts = parameters.events.filter(({ slug }) => slug === 'lift-date');
  expect(lifts.map(({ area, date, kind }) => [area, date, kind])).toEqual([
    ['E92000001', '2022-01-19', 'wfh_lifted'],
    ['W92000004', '2022-01-28', 'wfh_law_lifted'],
    ['S92000003', '2022-01-31', 'wfh_lifted'],
    ['N92000002', '2022-06-06', 'wfh_lifted'],
  ]);
});

test('event words are short and plain enough for sentences and charts', () => {
  const bad = parameters.events.filter(
    ({ clause, label }) =>
      clause.split(' ').length > 12 ||
      /^[A-Z]|\.$/u.test(clause) ||
      label.length > 34 ||
      !/^[A-Z]/u.test(label) ||
      /WFH|–|caused|led to|due to/u.test(clause + label),
  );
  expect(parameters.events.length).toBe(49);
  expect(bad).toEqual([]);
});

test('holidays of every kind are there for every nation, and end after they begin', () => {
  const holidays = demoHolidays(parameters);
  for (const area of ['E92000001', 'W92000004', 'S92000003', 'N92000002']) {
    for (const kind of ['bankHoliday', 'schoolHoliday', 'christmas']) {
      expect(
        holidays.filter((row) => row.area === area && row.kind === kind).length,
        `${kind} in ${area}`,
      ).toBeGreaterThan(2);
    }
  }
  expect(holidays.filter(({ from, to }) => to < from)).toEqual([]);
  expect(holidays.map(({ from }) => from).toSorted()[0]).toBe('2020-01-01');
});

test('Welsh and everyday names lead to areas', () => {
  const codeOf = (alias: string) => parameters.aliases.find((each) => each.alias === alias)?.code;
  expect(['Llundain', 'Caerdydd', 'Ynys Môn', 'Hull', 'UK'].map(codeOf)).toEqual([
    'E12000007',
    'W06000015',
    'W06000001',
    'E06000010',
    'K02000001',
  ]);
});
