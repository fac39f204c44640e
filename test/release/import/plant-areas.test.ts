import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AreaRow } from '#src/release/import/area-rows.ts';
import { plantAreas, type PlantingRules } from '#src/release/import/plant-areas.ts';

const rowsOf = (...areas: readonly Partial<AreaRow>[]): readonly AreaRow[] =>
  areas.map((area, at) => ({
    row: at + 1,
    code: undefined,
    name: area.code,
    parent: undefined,
    level: undefined,
    aliases: undefined,
    ...area,
  }));

const plant = (rows: readonly AreaRow[], rules: Partial<PlantingRules> = {}) =>
  plantAreas(rows, { groupsByName: false, levels: [], ...rules });

const problems = (rows: readonly AreaRow[], rules: Partial<PlantingRules> = {}) => {
  const tree = plant(rows, rules);
  return 'problems' in tree
    ? tree.problems.map(({ row, reason }) => `${row ?? 'file'} ${reason}`)
    : [];
};

const areas = (rows: readonly AreaRow[], rules: Partial<PlantingRules> = {}) => {
  const tree = plant(rows, rules);
  return 'areas' in tree
    ? tree.areas.map(({ code, level, parent }) => `${code} ${level} ${parent ?? '-'}`)
    : [];
};

test('a tree stays as it is, and levels are told by height', () => {
  const rows = rowsOf(
    { code: 'L' },
    { code: 'N', parent: 'L' },
    { code: '1', parent: 'N' },
    { code: '2', parent: 'N' },
  );
  expect(areas(rows)).toEqual(['L group -', 'N group L', '1 area N', '2 area N']);
  expect(areas(rows, { levels: ['town', 'county', 'country'] })).toEqual([
    'L country -',
    'N county L',
    '1 town N',
    '2 town N',
  ]);
});

test('levels of the file count before those of the command line', () => {
  const rows = rowsOf({ code: 'N' }, { code: '1', parent: 'N', level: 'borough' });
  expect(areas(rows, { levels: ['town', 'county'] })).toEqual(['N county -', '1 borough N']);
});

test('parents that are names become areas with short codes', () => {
  const rows = rowsOf(
    { code: '1', parent: 'North East' },
    { code: '2', parent: 'Süd' },
    { code: '3', parent: 'North East' },
  );
  expect(areas(rows, { groupsByName: true })).toEqual([
    '1 area north-east',
    '2 area sud',
    '3 area north-east',
    'north-east group -',
    'sud group -',
  ]);
});

test('a group that is named like an area is not that area', () => {
  const rows = rowsOf({ code: '1', name: 'York', parent: 'York' }, { code: '2', parent: 'York' });
  expect(areas(rows, { groupsByName: true })).toEqual([
    '1 area york',
    '2 area york',
    'york group -',
  ]);
});

test('several areas may be at the top, but one that stands alone gets a root above all of them', () => {
  const rows = rowsOf(
    { code: 'N' },
    { code: '1', parent: 'N' },
    { code: 'S' },
    { code: '2', parent: 'S' },
  );
  expect(areas(rows)).toEqual(['N group -', '1 area N', 'S group -', '2 area S']);
  expect(areas([...rows, ...rowsOf({ code: '3' })])).toEqual([
    'all all -',
    'N group all',
    '1 area N',
    'S group all',
    '2 area S',
    '3 area all',
  ]);
});

test('the added root avoids a code that is taken', () => {
  expect(areas(rowsOf({ code: 'all' }, { code: 'b' }))).toEqual([
    'all-areas all -',
    'all area all-areas',
    'b area all-areas',
  ]);
});

test('aliases are separated by semicolons, and repeat neither name nor code', () => {
  const tree = plant(rowsOf({ code: '1', name: 'East', aliases: ' E; the east ;;East;1;E' }));
  expect('aliases' in tree && tree.aliases).toEqual([
    { alias: 'E', code: '1' },
    { alias: 'the east', code: '1' },
  ]);
});

test.each([
  ['no areas', [], {}, ['file has no areas']],
  ['no code', [{ name: 'East' }], {}, ['1 code is empty']],
  ['no name', [{ code: '1', name: undefined }], {}, ['1 name is empty']],
  ['a code twice', [{ code: '1' }, { code: '1' }], {}, ['2 code "1" is already in']],
  [
    'a kept code',
    [{ code: 'elsewhere:1' }],
    {},
    ['1 code "elsewhere:1" begins with "elsewhere:", which is kept for the rest of an area'],
  ],
  [
    'a kept level',
    [{ code: '1', level: 'elsewhere' }],
    {},
    ['1 level "elsewhere" is kept for the rest of an area'],
  ],
  ['a control character', [{ code: '1', name: 'a\u0007' }], {}, ['1 holds a control character']],
  [
    'a parent that is not there',
    [{ code: '1', parent: 'X' }],
    {},
    [
      '1 parent "X" is not a code of this file; where parents are names, say --map-areas parent=<column>',
    ],
  ],
  [
    'an area in itself',
    [{ code: '1', parent: '1' }],
    {},
    ['1 area "1" lies in itself by way of its parents'],
  ],
  [
    'a circle',
    [
      { code: '1', parent: '2' },
      { code: '2', parent: '1' },
    ],
    {},
    [
      '1 area "1" lies in itself by way of its parents',
      '2 area "2" lies in itself by way of its parents',
    ],
  ],
  [
    'two parents of one code',
    [
      { code: '1', parent: 'A b' },
      { code: '2', parent: 'a-b' },
    ],
    { groupsByName: true },
    ['file the parent "a-b" gives the code "a-b", which is empty or taken: give parents as codes'],
  ],
  [
    'too few levels',
    [{ code: 'N' }, { code: '1', parent: 'N' }],
    { levels: ['town'] },
    ['file the areas have 2 levels, but --levels names 1: name them from the bottom up'],
  ],
] as const)('%s is refused', (_, rows, rules, expected) => {
  expect(problems(rowsOf(...rows), rules)).toEqual(expected);
});

test('whatever the parents, an area is refused or lies in what it was given, without circles', () => {
  const anyRows = fc.array(
    fc.record({ parent: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }) }),
    { minLength: 1, maxLength: 10 },
  );
  fc.assert(
    fc.property(anyRows, (drawn) => {
      const rows = rowsOf(
        ...drawn.map(({ parent }, at) => ({
          code: `c${at}`,
          parent: parent === undefined ? undefined : `c${parent}`,
        })),
      );
      const tree = plant(rows);
      if ('problems' in tree) return;
      const parents = new Map(tree.areas.map(({ code, parent }) => [code, parent]));
      const moved = rows.filter(
        ({ code = '', parent }) => parent !== undefined && parents.get(code) !== parent,
      );
      expect(moved).toEqual([]);
      for (const { code } of tree.areas) {
        let at = parents.get(code);
        for (let steps = 0; at !== undefined; steps += 1) {
          expect(steps).toBeLessThan(12);
          expect(parents.has(at)).toBe(true);
          at = parents.get(at);
        }
      }
    }),
  );
});
