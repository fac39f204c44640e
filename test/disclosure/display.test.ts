import { expect, test } from 'vitest';
import { displayTrips } from '#src/disclosure/display-cell.ts';
import { displayRounding } from '#src/disclosure/display-rounding.ts';
import { percentPrecision, protectionBound } from '#src/disclosure/percent-precision.ts';

test.each([
  [999, 500, 10, undefined],
  [1000, 500, 10, 1000],
  [1004, 0, 10, 1000],
  [1005, 0, 10, 1010],
  [1234, 500, 50, 1250],
  [0, 0, 10, 0],
  [0, 500, 10, undefined],
])('a sum of %d with bound %d, rounded to %d, is shown as %s', (sum, bound, rounding, value) => {
  expect(displayTrips(sum, bound, rounding)).toEqual(
    value === undefined ? { kind: 'suppressed' } : { kind: 'published', value },
  );
});

test.each([
  [10, 10],
  [400, 10],
  [500, 20],
  [1000, 50],
  [5000, 200],
])('under base %d trips are rounded to %d', (base, rounding) => {
  expect(displayRounding(base)).toBe(rounding);
});

test.each([
  [50_000, 500, 1],
  [49_999, 500, 5],
  [10_000, 500, 5],
  [9999, 500, undefined],
  [7, 0, 1],
  [0, 0, undefined],
])('a percentage of %d with bound %d is said to %s', (base, bound, precision) => {
  expect(percentPrecision(base, bound)).toBe(precision);
});

test('protection alone moves a change by both errors, each against the base', () => {
  // 100 × (200 + 100 × 12,000 ÷ 10,000) ÷ 10,000
  expect(protectionBound(10_000, 12_000, 100, 200)).toBeCloseTo(3.2, 12);
});
