import { array, assert, integer, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { allocateWhole } from '#src/release/demo/allocate-whole.ts';
import { countDevices } from '#src/release/demo/count-devices.ts';
import { drawPoisson } from '#src/release/demo/draw-poisson.ts';
import { normalAt } from '#src/release/demo/keyed-normal.ts';
import { keyOf, uniformAt } from '#src/release/demo/keyed-uniform.ts';

const key = keyOf('a|b|car');
const counters = Array.from({ length: 20_000 }, (_, counter) => counter);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

test('the key of a text is its FNV-1a hash', () => {
  // The published test vectors of FNV-1a, 32 bits.
  expect([keyOf(''), keyOf('a'), keyOf('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test('keyed numbers depend on key and counter alone, and look uniform and normal', () => {
  expect(uniformAt(key, 7)).toBe(uniformAt(key, 7));
  const uniforms = counters.map((counter) => uniformAt(key, counter));
  expect(new Set(uniforms).size).toBeGreaterThan(19_990);
  expect(mean(uniforms)).toBeCloseTo(0.5, 2);
  expect(variance(uniforms)).toBeCloseTo(1 / 12, 2);
  const normals = counters.map((counter) => normalAt(key, counter));
  expect(mean(normals)).toBeCloseTo(0, 1);
  expect(variance(normals)).toBeCloseTo(1, 1);
});

test.each([0, 0.2, 3, 29.9, 30, 400])('draws of mean %d have that mean and variance', (lambda) => {
  const draws = counters.map((counter) => drawPoisson(lambda, key, counter));
  const tolerance = 5 * Math.sqrt((lambda + 2 * lambda * lambda) / draws.length);
  expect(draws.every((draw) => Number.isInteger(draw) && draw >= 0)).toBe(true);
  expect(Math.abs(mean(draws) - lambda)).toBeLessThanOrEqual(tolerance);
  expect(Math.abs(variance(draws) - lambda)).toBeLessThanOrEqual(tolerance);
});

const repeats = { few: 1.3, many: 10, halfway: 2000 };

test.each([
  [1, 1],
  [2, 2],
  [5, 4],
  [12, 9],
  [13, 10],
  [20, 14],
  [100, 58],
  [2000, 354],
  [100_000, 10_174],
])('%d trips of panel devices are made by %d devices', (trips, devices) => {
  expect(countDevices(trips, repeats)).toBe(devices);
});

test('a whole number is divided by largest remainders, and nothing is lost', () => {
  expect(allocateWhole(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(allocateWhole(7, [0, 5, 2])).toEqual([0, 5, 2]);
  expect(allocateWhole(0, [1, 2])).toEqual([0, 0]);
  const weights = array(integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 7 });
  assert(
    property(nat(1_000_000), weights, (total, each) => {
      const parts = allocateWhole(total, each);
      const sum = each.reduce((sofar, weight) => sofar + weight, 0);
      expect(parts.reduce((sofar, part) => sofar + part, 0)).toBe(total);
      parts.forEach((part, at) =>
        expect(Math.abs(part - (total * (each[at] ?? 0)) / sum)).toBeLessThan(1),
      );
    }),
  );
});
