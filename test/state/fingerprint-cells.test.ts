import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintCells } from '#src/state/fingerprint-cells.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const print = (table: Parameters<typeof fingerprintCells>[0]) => fingerprintCells(table, sha256);

const table = {
  caption: 'Trips a week that end in London',
  columns: ['Week to', 'Trips', 'Note'],
  rows: [
    ['3 October 2021', '130,614,920', ''],
    ['10 October 2021', '[c]', ''],
    ['17 October 2021', '[x]', 'half term'],
  ],
  key: [0, 1],
};

test('the fingerprint is 64 hex digits, the same ones for the same figures in every version of the program', () => {
  // sha256sum of "cells", a line feed and [["Week to","Trips","Note"],["3 October 2021","130,614,920",""], … ["17 October 2021","[x]","half term"]].
  expect(print(table)).toBe('b00477c01423e88e520a2c40175bd039025c3ac34362698cb54d46fbfdcee063');
});

test('the words around the cells, the rows shown first and the order of keys make no difference', () => {
  const { columns, rows } = table;
  const others = [
    { rows, columns },
    { ...table, caption: 'Teithiau yr wythnos', key: [2] },
  ];
  for (const other of others) expect(print(other)).toBe(print(table));
});

const plain = [['3 October 2021', '130,614,920', '']];

test.each([
  { name: 'another figure', rows: [['3 October 2021', '130,614,930', '']] },
  { name: 'a figure withheld', rows: [['3 October 2021', '[c]', '']] },
  { name: 'a figure not available', rows: [['3 October 2021', '[x]', '']] },
  { name: 'a note', rows: [['3 October 2021', '130,614,920', 'half term']] },
  { name: 'cells joined', rows: [['3 October 2021,130,614,920', '']] },
  { name: 'cells in another row', rows: [['3 October 2021', '130,614,920'], ['']] },
  { name: 'no row', rows: [] },
])('$name is another fingerprint', ({ rows }) => {
  const { columns } = table;
  expect(print({ columns, rows })).not.toBe(print({ columns, rows: plain }));
});

test('withheld and not available are told apart', () => {
  const withheld = { columns: ['Trips'], rows: [['[c]']] };
  const unavailable = { columns: ['Trips'], rows: [['[x]']] };
  expect(print(withheld)).not.toBe(print(unavailable));
});

test('two tables have one fingerprint only if their headings and cells are the same', () => {
  const cell = fc.constantFrom('', ',', '"', '[c]', '1', '","', '\n');
  const row = fc.array(cell, { maxLength: 3 });
  const any = fc.record({ columns: row, rows: fc.array(row, { maxLength: 3 }) });
  fc.assert(
    fc.property(any, any, (a, b) => {
      const isSame = JSON.stringify(a) === JSON.stringify(b);
      expect(print(a) === print(b)).toBe(isSame);
    }),
    { numRuns: 500 },
  );
});
