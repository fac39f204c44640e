import { expect, test } from 'vitest';
import { chooseBase } from '#src/disclosure/choose-base.ts';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { roundUpToSeries } from '#src/disclosure/round-up-to-series.ts';
import { makeAreas, makeCube } from '#test/disclosure/make-cube.ts';

const areas = makeAreas({ a: undefined });
const baseOf = (leaves: readonly (readonly [devices: number, trips: number])[], policy = {}) =>
  chooseBase(
    makeCube(
      areas,
      9,
      leaves.map(([devices, trips], week) => ({ week, from: 'a', to: 'a', devices, trips })),
    ).leaves,
    disclosurePolicy.parse(policy),
  );

test.each([
  [
    'from leaves of T to 5T devices',
    [
      [9, 9000],
      [10, 350],
      [50, 2050],
      [51, 9],
    ],
    500,
  ],
  [
    'exactly on a step of the series',
    [
      [10, 200],
      [20, 400],
    ],
    200,
  ],
  [
    'of trips that are devices',
    [
      [10, 10],
      [40, 40],
    ],
    10,
  ],
  [
    'from larger leaves where there are none of these',
    [
      [2, 2],
      [100, 1500],
    ],
    200,
  ],
  ['from any leaves where all are small', [[2, 100]], 500],
  ['never below the threshold', [[20, 4]], 10],
  ['without any devices', [[0, 40]], 10],
] as const)('the base is derived %s', (_, leaves, base) => {
  expect(baseOf(leaves)).toBe(base);
});

test('a base that the policy sets is taken as it is', () => {
  expect(baseOf([[10, 350]], { base: 37 })).toBe(37);
});

test.each([
  [0.5, 0.5],
  [1, 1],
  [1.01, 2],
  [2.1, 5],
  [5.5, 10],
  [10, 10],
  [12.5, 20],
  [400, 500],
  [1e6, 1e6],
])('%d is rounded up to %d', (value, rounded) => {
  expect(roundUpToSeries(value)).toBe(rounded);
});
