import { expect, test } from 'vitest';
import { isPassingChange } from '#src/disclosure/revise/passing-change.ts';

const rule = { threshold: 10, placesPerDevice: 5 };
const many = (count: number, change: ReturnType<typeof flow>) =>
  Array.from({ length: count }, () => change);
const flow = (before: readonly [number, number], after: readonly [number, number]) => ({
  before: { trips: before[0], devices: before[1] },
  after: { trips: after[0], devices: after[1] },
});

test.each([
  ['one late device', [flow([60, 15], [64, 16])], false],
  ['nine', [flow([60, 15], [96, 24])], false],
  ['ten', [flow([60, 15], [100, 25])], true],
  ['ten that left', [flow([100, 25], [60, 15])], true],
  ['ten, but nine trips more', [flow([60, 15], [69, 25])], false],
  ['many trips of the same number of devices', [flow([60, 15], [900, 15])], false],
  ['five flows of two: perhaps two devices', many(5, flow([20, 4], [30, 6])), false],
  ['25 flows of two: at least ten devices', many(25, flow([20, 4], [30, 6])), true],
  // Five devices that moved from five flows each to five others.
  [
    'flows of five that empty into others',
    [...many(5, flow([50, 5], [0, 0])), ...many(5, flow([0, 0], [60, 5]))],
    false,
  ],
])('%s: %s', (_, changes, passes) => {
  expect(isPassingChange(changes, rule)).toBe(passes);
});
