import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitTable } from '#src/edges/slack/write/fit-table.ts';

const room = { rows: 5, characters: 1000 };
const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => [`Week ${at}`, '10']);
const table = (count: number, key: readonly number[]) => ({
  caption: 'Trips',
  columns: ['Week', 'Trips'],
  rows: rowsOf(count),
  key,
});
const all = (count: number) => rowsOf(count).map((_, at) => at);

test.each([
  ['all rows, where there is room', 5, [0], rowsOf(5), []],
  [
    'the key rows, where there is none',
    9,
    [2, 7],
    [rowsOf(9)[2], rowsOf(9)[7]],
    ['These are 2 of 9 rows. To see more, add show:table.'],
  ],
  [
    'the first rows, where all are asked for',
    9,
    all(9),
    rowsOf(5),
    ['These are the first 5 of 9 rows. To see others, ask about fewer places or a shorter time.'],
  ],
  [
    'the first rows, where none is key',
    6,
    [],
    rowsOf(5),
    ['These are the first 5 of 6 rows. To see others, ask about fewer places or a shorter time.'],
  ],
])('%s', (_, count, key, rows, notes) => {
  expect(fitTable(table(count, key), room)).toEqual({ columns: ['Week', 'Trips'], rows, notes });
});

test('twenty columns are shown, and that there are more is said', () => {
  const wide = {
    caption: '',
    columns: Array.from({ length: 22 }, (_, at) => `C${at}`),
    rows: [['a']],
    key: [],
  };
  const fitted = fitTable(wide, room);
  expect(fitted?.columns).toHaveLength(20);
  expect(fitted?.rows).toEqual([['a', ...Array.from({ length: 19 }, () => '–')]]);
  expect(fitted?.notes).toEqual(['The first 20 of 22 columns are shown.']);
});

test('a table without rows or columns is none', () => {
  expect(fitTable({ ...table(0, []) }, room)).toBeUndefined();
  expect(fitTable({ ...table(3, []), columns: [] }, room)).toBeUndefined();
});

test('some of every table is shown, within its room', () => {
  const cells = fc.string({ unit: 'grapheme', maxLength: 400 });
  const tables = fc.record({
    caption: fc.constant(''),
    columns: fc.array(cells, { minLength: 1, maxLength: 25 }),
    rows: fc.array(fc.array(cells, { maxLength: 25 }), { minLength: 1, maxLength: 12 }),
    key: fc.array(fc.nat(15)),
  });
  fc.assert(
    fc.property(tables, (any) => {
      const fitted = fitTable(any, room);
      const shown = [fitted?.columns ?? [], ...(fitted?.rows ?? [])];
      expect(shown.length).toBeGreaterThan(1);
      expect(shown.length).toBeLessThanOrEqual(1 + room.rows);
      expect(shown.flat().join('').length).toBeLessThanOrEqual(room.characters);
      expect(shown.flat().every((cell) => cell.trim() !== '')).toBe(true);
    }),
  );
});
