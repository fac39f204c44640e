import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkDaily, type DailyWeek, type LinkedDay } from '#src/disclosure/link-daily.ts';
import { someKey } from '#test/disclosure/some-key.ts';

const rule = { threshold: 10, base: 100, grain: 10 };
const week = (total: number, trips: readonly number[], bound = 100): DailyWeek => ({
  total,
  bound,
  days: trips.map((count) => ({ trips: count, devices: Math.floor(count / 10) })),
});
const never = () => 0.999_999;
const tripsOf = (days: ReturnType<typeof linkDaily>) => days?.map(({ trips }) => trips);

test('large days share the protected week in proportion, in grains, the largest taking the rest', () => {
  // 1,013 = 101 grains and 3. Quotas: 7.21, 14.43, 21.64, 28.86, 7.21, 14.43, 7.21; three grains go by remainder.
  const days = linkDaily(week(1013, [100, 200, 300, 400, 100, 200, 100]), rule, never);
  expect(tripsOf(days)).toEqual([70, 150, 220, 293, 70, 140, 70]);
  expect(days?.some(({ sensitive }) => sensitive)).toBe(false);
});

test('a small day is 0 or the base, by a coin of its own share', () => {
  const days = [400, 400, 60, 0, 400, 400, 400];
  const other = week(2000, days);
  expect(linkDaily(other, rule, () => 0.599)?.[2]).toEqual({ trips: 100, sensitive: true });
  expect(linkDaily(other, rule, () => 0.6)?.[2]).toEqual({ trips: 0, sensitive: true });
  expect(linkDaily(other, rule, () => 0)?.[3]).toEqual({ trips: 0, sensitive: false });
});

test('a small day above the base is the base', () => {
  const days = week(2000, [400, 400, 400, 400, 400, 400, 400]).days.with(0, {
    trips: 300,
    devices: 9,
  });
  expect(linkDaily({ total: 2000, bound: 100, days }, rule, never)?.[0]).toEqual({
    trips: 100,
    sensitive: true,
  });
});

test.each([
  ['below twice the bound', week(199, [100, 100, 100, 100, 100, 100, 100])],
  ['below the base', week(99, [100, 100, 100, 100, 100, 100, 100], 0)],
  ['with no day of enough devices', week(400, [90, 90, 90, 0, 0, 90, 90])],
])('a week %s has no days', (_, small) => {
  expect(linkDaily(small, rule, never)).toBeUndefined();
});

const anyWeek = fc.record({
  total: fc.integer({ min: 0, max: 3000 }),
  bound: fc.constantFrom(0, 100, 200),
  days: fc.array(
    fc
      .tuple(
        fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 100 })),
        fc.integer({ min: 1, max: 30 }),
      )
      .map(([devices, each]) => ({ devices, trips: devices * each })),
    { minLength: 7, maxLength: 7 },
  ),
});

test('days add up to the protected week, are never 1 to T − 1, and empty days stay empty', () => {
  let published = 0;
  fc.assert(
    fc.property(anyWeek, fc.nat(), fc.constantFrom(10, 50), (raw, key, grain) => {
      const days = linkDaily(raw, { ...rule, grain }, someKey(key)('days'));
      if (days === undefined) return;
      published += 1;
      expect(days.reduce((sum, { trips }) => sum + trips, 0)).toBe(raw.total);
      expect(
        days.filter(({ trips }) => trips < 0 || (trips > 0 && trips < rule.threshold)),
      ).toEqual([]);
      const isSound = ({ trips, sensitive }: LinkedDay, day: number) => {
        const small = (raw.days[day]?.devices ?? 0) < rule.threshold;
        return sensitive ? trips === 0 || trips === rule.base : trips === 0 || !small;
      };
      expect(days.filter((one, day) => !isSound(one, day))).toEqual([]);
      expect(days.filter(({ trips }, day) => raw.days[day]?.trips === 0 && trips > 0)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
  expect(published).toBeGreaterThan(500);
});
