import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueTicks } from '#charts/value-ticks.ts';

test.each([
  { low: 0, high: 1, labels: ['0', '1'] },
  { low: 0, high: 420, labels: ['0', '100', '200', '300', '400'] },
  { low: 0, high: 42_000, labels: ['0', '10,000', '20,000', '30,000', '40,000'] },
  {
    low: 74e6,
    high: 132e6,
    labels: [
      '80 million',
      '90 million',
      '100 million',
      '110 million',
      '120 million',
      '130 million',
    ],
  },
  { low: 0, high: 1.9e9, labels: ['0', '0.5 billion', '1.0 billion', '1.5 billion'] },
  {
    low: 0.94e6,
    high: 1.06e6,
    labels: [
      '0.94 million',
      '0.96 million',
      '0.98 million',
      '1.00 million',
      '1.02 million',
      '1.04 million',
      '1.06 million',
    ],
  },
])('ticks from $low to $high read $labels', ({ low, high, labels }) => {
  expect(valueTicks({ low, high }).map(({ label }) => label)).toEqual(labels);
});

test('ticks lie within the span, evenly, are whole and have labels of their own', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 2e9 }), fc.double({ min: 0.1, max: 3, noNaN: true }))
    .map(([low, share]) => [low, Math.max(10, low * share)] as const);
  fc.assert(
    fc.property(span, ([low, range]) => {
      const ticks = valueTicks({ low, high: low + range });
      const values = ticks.map(({ value }) => value);
      expect(values.length).toBeGreaterThanOrEqual(2);
      expect(values.length).toBeLessThanOrEqual(8);
      expect(values.every((value) => value >= low && value <= low + range)).toBe(true);
      expect(values.every(Number.isInteger)).toBe(true);
      expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
    }),
  );
});
