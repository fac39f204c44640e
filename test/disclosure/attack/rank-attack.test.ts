import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankAttack } from '#src/disclosure/attack/rank-attack.ts';
import { someKey } from '#test/disclosure/some-key.ts';

const sumOver = (values: ArrayLike<number>, cells: readonly number[]) =>
  cells.reduce((sum, cell) => sum + (values[cell] ?? 0), 0);

const determined = (questions: readonly (readonly number[])[], values: readonly number[]) => {
  const answers = questions.map((cells) => ({ cells, value: sumOver(values, cells) }));
  const found = rankAttack(answers, values.length);
  return [...found.cells].map((cell, at) => [cell, found.values[at]]);
};

test('two answers that differ in one cell give it away; cells that always come together stay hidden', () => {
  expect(
    determined(
      [
        [0, 1, 2],
        [0, 1],
      ],
      [4, 5, 60],
    ),
  ).toEqual([[2, 60]]);
  expect(
    determined(
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      [4, 5, -60],
    ),
  ).toEqual([
    [0, 4],
    [1, 5],
    [2, -60],
  ]);
  expect(
    determined(
      [
        [0, 1],
        [2, 3],
        [0, 2],
        [1, 3],
      ],
      [1, 2, 3, 4],
    ),
  ).toEqual([]);
  expect(determined([], [1])).toEqual([]);
});

test('answers that cannot all be true are a fault', () => {
  const answers = [
    { cells: [0, 1], value: 3 },
    { cells: [1, 0], value: 4 },
  ];
  expect(() => rankAttack(answers, 2)).toThrow(
    expect.objectContaining({ name: 'ReleaseFault', code: 'attackContradiction' }),
  );
});

/** Exactly, over fractions: e is determined where adding it to the answers leaves their rank as it was. */
const rankOf = (rows: readonly (readonly number[])[]): number => {
  const open = rows.map((row) => row.map(BigInt));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = open.findIndex((row, index) => index >= rank && row[column] !== 0n);
    const [pivot, swapped] = [open[at], open[rank]];
    if (pivot === undefined || swapped === undefined) continue;
    [open[at], open[rank]] = [swapped, pivot];
    for (let below = rank + 1; below < open.length; below += 1) {
      const factor = open[below]?.[column] ?? 0n;
      open[below] = (open[below] ?? []).map(
        (value, index) => value * (pivot[column] ?? 0n) - factor * (pivot[index] ?? 0n),
      );
    }
    rank += 1;
  }
  return rank;
};

test('exactly the cells that exact fractions determine are found, with their values, on 500 random sets of answers', () => {
  const cells = 7;
  const anyQuestion = fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 });
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(anyQuestion, { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), {
        minLength: cells,
        maxLength: cells,
      }),
      (questions, values) => {
        const indicator = (those: readonly number[]) =>
          values.map((_, cell) => (those.includes(cell) ? 1 : 0));
        const rows = questions.map(indicator);
        const rank = rankOf(rows);
        const expected = values.flatMap((value, cell) =>
          rankOf([...rows, indicator([cell])]) === rank ? [[cell, value]] : [],
        );
        expect(determined(questions, values)).toEqual(expected);
        found += expected.length;
      },
    ),
    { numRuns: 500, seed: 11 },
  );
  expect(found).toBeGreaterThan(500);
});

test('2,000 sums over overlapping blocks of 2,500 cells are solved within seconds', () => {
  const uniform = someKey(1)('questions');
  const side = 50;
  const values = Array.from({ length: side * side }, () => (uniform() < 0.4 ? 10 : 0));
  const upTo = (row: number, column: number) =>
    [...values.keys()].filter((cell) => Math.floor(cell / side) <= row && cell % side <= column);
  const questions = [...values.keys()]
    .filter(() => uniform() < 0.8)
    .map((cell) => upTo(Math.floor(cell / side), cell % side));
  const found = determined(questions, values);
  expect(questions.length).toBeGreaterThan(1900);
  expect(found.length).toBeGreaterThan(700);
  for (const [cell = -1, value] of found) expect(value).toBe(values[cell]);
});
