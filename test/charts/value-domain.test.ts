import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseDomain } from '#charts/value-domain.ts';

test.each([
  { of: 'values that fall below half of the largest', values: [40, 100], fromZero: true },
  { of: 'values that stay above half of the largest', values: [60, 100], fromZero: false },
  { of: 'zeros alone', values: [0, 0], fromZero: true },
  { of: 'no values', values: [], fromZero: true },
])('the span of $of is from zero: $fromZero', ({ values, fromZero }) => {
  expect(chooseDomain(values).low === 0).toBe(fromZero);
});

test('every value lies within the span, with room above', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2e9 }), { minLength: 1 }), (values) => {
      const { low, high } = chooseDomain(values);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(Math.min(...values));
      expect(high).toBeGreaterThan(Math.max(...values));
    }),
  );
});

test('a small wobble fills no more than a small part of the height', () => {
  const { low, high } = chooseDomain([990, 1010]);
  expect(20 / (high - low)).toBeLessThan(0.2);
});
