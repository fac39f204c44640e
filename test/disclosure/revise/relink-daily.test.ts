import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { relinkDaily } from '#src/disclosure/revise/relink-daily.ts';

const rule = { threshold: 10, base: 100, grain: 10 };
const published = [100, 0, 300, 293, 100, 207, 0].map((trips, day) => ({
  trips,
  sensitive: day === 0 || day === 1,
}));

test('drawn days keep their draw, and the others share the new total as they were published', () => {
  // 1,300 less the drawn 100 is 120 grains, shared as 300 : 293 : 100 : 207 = 40.0 : 39.07 : 13.33 : 27.6.
  expect(relinkDaily({ total: 1300, bound: 100, days: published }, rule)).toEqual(
    [100, 0, 400, 390, 130, 280, 0].map((trips, day) => ({ trips, sensitive: day < 2 })),
  );
});

test.each([
  ['below twice the bound', 199, 100],
  ['that leaves less than the base to the other days', 199, 0],
])('a week %s has no days', (_, total, bound) => {
  expect(relinkDaily({ total, bound, days: published }, rule)).toBeUndefined();
});

test('days add up, are never 1 to T − 1, and empty days stay empty', () => {
  const day = fc.record({ trips: fc.constantFrom(0, 100, 110, 400), sensitive: fc.boolean() });
  const days = fc
    .array(day, { minLength: 7, maxLength: 7 })
    .map((all) =>
      all.map((one) => (one.sensitive && one.trips > 0 ? { ...one, trips: 100 } : one)),
    );
  let shared = 0;
  fc.assert(
    fc.property(days, fc.nat(3000), (all, total) => {
      const linked = relinkDaily({ total, bound: 50, days: all }, rule);
      if (linked === undefined) return;
      shared += 1;
      expect(linked.reduce((sum, { trips }) => sum + trips, 0)).toBe(total);
      expect(linked.filter(({ trips }) => trips < 0 || (trips > 0 && trips < 10))).toEqual([]);
      linked.forEach(({ trips, sensitive }, index) => {
        const before = all[index];
        expect(sensitive).toBe(before?.sensitive);
        if (sensitive || before?.trips === 0) expect(trips).toBe(before?.trips);
      });
    }),
    { numRuns: 1000 },
  );
  expect(shared).toBeGreaterThan(300);
});
