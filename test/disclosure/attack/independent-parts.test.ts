import { expect, test } from 'vitest';
import { independentParts } from '#src/disclosure/attack/independent-parts.ts';

const lineOf = (cells: number[], total: number) => ({
  cells: Int32Array.from(cells),
  coefficients: new Int8Array(cells.length).fill(1),
  least: total,
  most: total,
});

test('cells that no line joins are parts of their own, with their bounds and lines', () => {
  const parts = independentParts({
    lower: Float64Array.of(0, 1, 2, 3, 4),
    upper: Float64Array.of(10, 11, 12, 13, 14),
    lines: [lineOf([4, 1], 7), lineOf([2, 0], 8), lineOf([1, 4], 7)],
  });
  expect(parts.map(({ cells }) => [...cells])).toEqual([[0, 2], [1, 4], [3]]);
  expect(parts.map(({ table }) => [...table.upper])).toEqual([[10, 12], [11, 14], [13]]);
  expect(
    parts.map(({ table }) => table.lines.map(({ cells, most }) => [[...cells], most])),
  ).toEqual([
    [[[1, 0], 8]],
    [
      [[1, 0], 7],
      [[0, 1], 7],
    ],
    [],
  ]);
});
