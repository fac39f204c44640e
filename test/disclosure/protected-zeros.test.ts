import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldSmallFlows } from '#src/disclosure/fold-small-flows.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { protect } from '#src/disclosure/protect.ts';
import { anyRows, smallCountry, smallCube, smallPolicy } from '#test/disclosure/any-cube.ts';
import { leavesByName, type Row } from '#test/disclosure/make-cube.ts';
import { someKey } from '#test/disclosure/some-key.ts';

const policy: DisclosurePolicy = { ...smallPolicy, zeros: 'protected' };
const published = (rows: readonly Row[], key: number, rules = policy) =>
  protect(smallCube(rows), rules, { stream: someKey(key), releaseId: 'r1', series: 's' }).cube;

/** One trip of one device for each leaf of no trips that is drawn. */
const oneTripFor = (rows: readonly Row[]): readonly Row[] => {
  const { leaves, padded } = foldSmallFlows(smallCube(rows), policy);
  const code = (area: number | undefined): string => smallCountry.codes[area ?? -1] ?? '';
  return [...padded.keys()]
    .filter((leaf) => padded[leaf] === 1)
    .map((leaf) => ({
      week: leaves.week[leaf] ?? 0,
      from: code(leaves.origin[leaf]),
      to: code(leaves.destination[leaf]),
      mode: leaves.mode[leaf] === 0 ? 'car' : 'rail',
      trips: 1,
      devices: 1,
    }));
};

test('where zeros are protected, no trips and one trip are published alike', () => {
  let met = 0;
  fc.assert(
    fc.property(anyRows, fc.nat(), fc.nat(), (rows, key, which) => {
      const ones = oneTripFor(rows);
      const one = ones[which % Math.max(1, ones.length)];
      if (one === undefined) return;
      expect(published([...rows, one], key).leaves).toEqual(published(rows, key).leaves);
      expect(published([...rows, ...ones], key).leaves).toEqual(published(rows, key).leaves);
      met += 1;
    }),
  );
  expect(met).toBeGreaterThan(50);
});

test('where zeros are published, a drawn leaf tells that somebody travelled', () => {
  const rows = [0, 1, 2].map((week) => ({ week, from: 'a1', to: 'b1', devices: 9, trips: 15 }));
  const empty = rows.slice(0, 2);
  const one = { ...empty[0], week: 2, from: 'a1', to: 'b1', devices: 1, trips: 1 };
  const seen = (zeros: DisclosurePolicy['zeros'], of: readonly Row[]): boolean =>
    Array.from({ length: 200 }, (_, key) => published(of, key, { ...policy, zeros })).some(
      (cube) => leavesByName(cube)['2 a1>b1 car'] !== undefined,
    );
  expect(seen('published', empty)).toBe(false);
  expect(seen('published', [...empty, one])).toBe(true);
  expect(seen('protected', empty)).toBe(true);
});

test('the cost of a protected zero is one trip on average', () => {
  const rows = [
    { week: 0, from: 'a1', to: 'b1', devices: 9, trips: 15 },
    { week: 1, from: 'a1', to: 'b1', devices: 9, trips: 15 },
  ];
  const keys = 4000;
  let trips = 0;
  for (let key = 0; key < keys; key += 1)
    trips += leavesByName(published(rows, key))['2 a1>b1 car'] ?? 0;
  // Six times the standard error of 20 × Bernoulli(1/20): √19 ÷ √4000 = 0.069.
  expect(Math.abs(trips / keys - 1)).toBeLessThan(0.42);
});
