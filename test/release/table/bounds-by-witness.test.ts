import { expect, test } from 'vitest';
import { boundsByWitness } from '#src/release/table/bounds-by-witness.ts';

/** Two unknowns of 0 to 9 and one line over them, plus or minus. */
const tableOf = (coefficients: readonly number[], least: number, most: number) => ({
  lower: Float64Array.of(0, 0),
  upper: Float64Array.of(9, 9),
  lines: [{ cells: Int32Array.of(0, 1), coefficients: Int8Array.from(coefficients), least, most }],
});

const wide = { lower: Float64Array.of(0, 0), upper: Float64Array.of(9, 9) };

test.each([
  ['each can go all the way', [1, 1], 0, 9, [0, 0], wide],
  ['the sum stops both', [1, 1], 0, 8, [0, 0], undefined],
  ['neither may fall', [1, 1], 1, 18, [1, 0], undefined],
  ['one takes away: each can go all the way', [1, -1], -9, 9, [0, 0], wide],
  ['one takes away: the second is stopped', [1, -1], -8, 9, [0, 0], undefined],
  ['one takes away: the first is stopped', [1, -1], -9, 8, [0, 0], undefined],
  ['no table that fits: a line is broken', [1, 1], 19, 30, [0, 0], undefined],
  ['no table that fits: an unknown is out of its range', [1, 1], 0, 99, [0, 10], undefined],
])('%s', (_, coefficients, least, most, witness, expected) => {
  expect(boundsByWitness(tableOf(coefficients, least, most), witness)).toEqual(expected);
});
