import { expect, test } from 'vitest';
import { eligibilityWindows } from '#src/disclosure/eligibility-windows.ts';
import { foldLadder } from '#src/disclosure/fold-ladder.ts';
import { laminarLevels } from '#src/disclosure/laminar-levels.ts';
import { makeAreas } from '#test/disclosure/make-cube.ts';

const areas = makeAreas(
  {
    uk: undefined,
    england: 'uk',
    london: 'england',
    camden: 'london',
    wales: 'uk',
    cardiff: 'wales',
    mars: undefined,
  },
  ['wales'],
);

const nextOf = (code: string) => {
  const { next } = foldLadder(areas);
  return areas.codes[next[areas.codes.indexOf(code)] ?? -1];
};

test.each([
  ['camden', 'elsewhere:london', 3],
  ['elsewhere:london', 'elsewhere:england', 2],
  ['london', 'elsewhere:england', 2],
  ['elsewhere:england', 'elsewhere:uk', 1],
  // Wales has no "elsewhere": skipped.
  ['cardiff', 'elsewhere:uk', 1],
  ['elsewhere:uk', undefined, 0],
  ['uk', undefined, 0],
  ['mars', undefined, 0],
])('%s folds into %s, %i steps below the top', (code, next, height) => {
  expect(nextOf(code)).toBe(next);
  expect(foldLadder(areas).height[areas.codes.indexOf(code)]).toBe(height);
});

test('partitions go from regions over countries to the whole, each inside the next', () => {
  const parts = laminarLevels(areas).map(({ group }) =>
    ['camden', 'elsewhere:london', 'elsewhere:england', 'cardiff', 'mars'].map(
      (code) => group[areas.codes.indexOf(code)],
    ),
  );
  const same = (level: number, a: number, b: number) => parts[level]?.[a] === parts[level]?.[b];
  expect(parts).toHaveLength(4);
  expect([same(0, 0, 1), same(0, 1, 2), same(0, 2, 3)]).toEqual([true, false, false]);
  expect([same(1, 1, 2), same(1, 2, 3)]).toEqual([true, false]);
  expect([same(2, 2, 3), same(2, 3, 4), same(3, 3, 4)]).toEqual([true, false, true]);
});

test.each([
  [0, []],
  [5, [[0, 5]]],
  [13, [[0, 13]]],
  [25, [[0, 25]]],
  [
    26,
    [
      [0, 13],
      [13, 26],
    ],
  ],
  [
    30,
    [
      [0, 13],
      [13, 30],
    ],
  ],
])('%i weeks make windows %j', (weeks, windows) => {
  expect(eligibilityWindows(weeks, 13).map(({ first, end }) => [first, end])).toEqual(windows);
});
