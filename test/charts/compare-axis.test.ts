import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentDomain } from '#charts/percent-domain.ts';
import { percentTicks, signedPercent } from '#charts/percent-ticks.ts';

const row = (value: number, low: number, high: number) => ({ value, low, high });
const percents = fc.integer({ min: -90, max: 300 });
const anyRows = fc.array(
  fc
    .tuple(percents, percents, percents)
    .map((three) => three.toSorted((a, b) => a - b))
    .map(([low = 0, value = 0, high = 0]) => row(value, low, high)),
  { minLength: 1, maxLength: 40 },
);

describe('the axis', () => {
  test('holds no change, every change, and every range that is not far wider than usual', () => {
    const { low, high } = percentDomain([row(5, -1, 11), row(2, -3, 7)]);
    expect(low).toBeLessThan(-3);
    expect(high).toBeGreaterThan(11);
    expect(high - low).toBeLessThan(16);
  });

  test('does not let one wide range flatten the others', () => {
    const { low, high } = percentDomain([row(5, -1, 11), row(2, -3, 7), row(4, -60, 180)]);
    expect(high - low).toBeLessThan(100);
  });

  test('holds a range as wide as all the others', () => {
    const { low, high } = percentDomain([row(20, -40, 150), row(22, -40, 160)]);
    expect([low < -40, high > 160]).toEqual([true, true]);
  });

  test('spans at least 10 per cent, and always holds no change and every change', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { low, high } = percentDomain(rows);
        expect(high - low).toBeGreaterThanOrEqual(10);
        for (const value of [0, ...rows.map((one) => one.value)]) {
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        }
      }),
    );
  });
});

describe('its ticks', () => {
  test.each([
    { low: -5, high: 12, ticks: [-5, 0, 5, 10] },
    { low: -1, high: 5, ticks: [-1, 0, 1, 2, 3, 4, 5] },
    { low: -60, high: 250, ticks: [-50, 0, 50, 100, 150, 200, 250] },
  ])('from $low to $high are round and whole', ({ low, high, ticks }) => {
    expect(percentTicks({ low, high })).toEqual(ticks);
  });

  test('hold no change, and are few', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const ticks = percentTicks(percentDomain(rows));
        expect(ticks).toContain(0);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

test('changes are printed with their sign', () => {
  expect([7, -3, 0].map(signedPercent)).toEqual(['+7%', '−3%', '0%']);
});
