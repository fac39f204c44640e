import { expect, test } from 'vitest';
import type { Area } from '#src/area.ts';
import { inheritFlags } from '#src/release/inherit-flags.ts';

const area = (code: string, parent: string | undefined, level = 'place'): Area => ({
  code,
  name: code,
  level,
  parent,
});

/** A land of a large part N, a small part S and the rest of each. */
const areas: readonly Area[] = [
  area('L', undefined),
  area('N', 'L'),
  ...['N1', 'N2', 'N3'].map((code) => area(code, 'N')),
  area('S', 'L'),
  area('S1', 'S'),
  area('elsewhere:N', 'N', 'elsewhere'),
];
const flag = (where: string, label = where) => ({
  area: where,
  week: '2022-01-03',
  kind: 'bankHoliday',
  label,
});
const placesOf = (...where: readonly string[]) =>
  inheritFlags(
    where.map((code) => flag(code)),
    areas,
  )
    .map((row) => row.area)
    .toSorted();

test('a place takes the flag that holds in at least half of the areas at its foot', () => {
  expect(placesOf('N')).toEqual(['L', 'N']);
  expect(placesOf('N1', 'N2')).toEqual(['L', 'N', 'N1', 'N2']);
});

test('a flag of a small part stays there', () => {
  expect(placesOf('S')).toEqual(['S']);
  expect(placesOf('N1')).toEqual(['N1']);
});

test('a flag from above is not repeated below', () => {
  expect(placesOf('L')).toEqual(['L']);
});

test('parts with different weeks or kinds do not add up, and the largest part gives the label', () => {
  const rows = [
    flag('N', 'Northern day'),
    flag('S', 'Southern day'),
    { ...flag('S'), kind: 'fault' },
  ];
  const added = inheritFlags(rows, areas).slice(rows.length);
  expect(added).toEqual([{ ...flag('L'), label: 'Northern day' }]);
});
