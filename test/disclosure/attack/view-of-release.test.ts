import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { attackTable } from '#src/disclosure/attack/attack-table.ts';
import { viewOfRelease } from '#src/disclosure/attack/view-of-release.ts';
import { makeHighsSolver } from '#src/edges/solver/highs.ts';
import { drawPlainly } from '#test/disclosure/attack/plain-rounding.ts';
import { someKey } from '#test/disclosure/some-key.ts';

const base = 10;
const solver = await makeHighsSolver();

/** Leaves on a grid of 6 × 6, about half of them sensitive. */
const anyBlock = fc
  .array(fc.integer({ min: -8, max: 9 }), { minLength: 36, maxLength: 36 })
  .map((counts) => {
    const leaves = [...counts.keys()].filter((leaf) => (counts[leaf] ?? 0) > 0);
    return {
      origin: leaves.map((leaf) => Math.floor(leaf / 6)),
      destination: leaves.map((leaf) => leaf % 6),
      trips: leaves.map((leaf) => counts[leaf] ?? 0),
    };
  });

const attack = (
  block: { origin: number[]; destination: number[] },
  published: readonly number[],
  groups: number[][],
) => {
  const { bounds, exact } = attackTable(
    viewOfRelease({ ...block, published, base, groups }),
    solver,
  );
  return { exact, lower: [...bounds.lower], upper: [...bounds.upper] };
};

test('every sensitive leaf of a drawn block keeps its whole interval, by flow and with regions by program', () => {
  fc.assert(
    fc.property(anyBlock, fc.nat(), (block, key) => {
      const published = drawPlainly(block, base, someKey(key)('block'));
      const regions = block.origin.map(
        (origin, leaf) => 2 * (origin % 2) + ((block.destination[leaf] ?? 0) % 2),
      );
      const whole = {
        lower: published.map((value) => (value > 0 ? 1 : 0)),
        upper: published.map((value) => (value > 0 ? base : base - 1)),
      };
      expect(attack(block, published, [])).toEqual({ exact: true, ...whole });
      expect(attack(block, published, [regions])).toEqual({
        exact: regions.length === 0,
        ...whole,
      });
    }),
    { numRuns: 60, seed: 5 },
  );
});

test('a row that says more than it should narrows its leaves', () => {
  const view = viewOfRelease({ origin: [0, 0], destination: [0, 1], published: [0, 0], base });
  const told = { ...view, lines: view.lines.map((line) => ({ ...line, most: 3 })) };
  expect([...attackTable(told, solver).bounds.upper]).toEqual([3, 3]);
});

test('what was published and the truth both fit the view', () => {
  const view = viewOfRelease({
    origin: [0, 0, 1],
    destination: [0, 1, 0],
    published: [10, 0, 0],
    base,
  });
  expect(view.lines.map(({ cells, least, most }) => [[...cells], least, most])).toEqual([
    [[0, 1], 1, 19],
    [[2], -9, 9],
    [[0, 2], 1, 19],
    [[1], -9, 9],
  ]);
});
