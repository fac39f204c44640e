import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { dayFactors } from '#src/release/demo/day-factors.ts';
import { shockFactors } from '#src/release/demo/day-events.ts';
import { chooseLeaves } from '#src/release/demo/demo-leaves.ts';
import type { DemoParameters } from '#src/release/demo/demo-parameters.ts';
import { christmasOf } from '#src/release/demo/demo-holidays.ts';
import { districtDays } from '#src/release/demo/district-days.ts';
import { districtOffset } from '#src/release/demo/district-offset.ts';
import { expectedTrips } from '#src/release/demo/expected-trips.ts';
import { interpolate } from '#src/release/demo/interpolate.ts';
import { lineageOf } from '#src/release/demo/lineage.ts';
import { modeShares } from '#src/release/demo/mode-shares.ts';
import { readParameters } from '#src/release/demo/read-parameters.ts';

let parameters: DemoParameters;

beforeAll(async () => {
  parameters = await readParameters(join(import.meta.dirname, '../../../data/uk'));
});

const level = {
  week: '2020-02-24',
  region: 'E12000007',
  work_weekday: 1,
  work_weekend: 1,
  transit_weekday: 1,
  transit_weekend: 1,
  retail_weekday: 1,
  retail_weekend: 1,
};
const sum = (values: Iterable<number>) => [...values].reduce((sofar, value) => sofar + value, 0);

test('walking and cycling are for short trips, buses fade and rail grows with distance', () => {
  for (const network of parameters.model.networks) {
    const shares = [3, 10, 40, 150].map((km) => modeShares(network, km, true));
    shares.forEach((share) => expect(sum(share)).toBeCloseTo(1, 12));
    const active = shares.map((share) => share[3]);
    const rail = shares.map((share) => share[1]);
    expect(active).toEqual(active.toSorted((a, b) => b - a));
    expect(rail).toEqual(rail.toSorted((a, b) => a - b));
    expect(active[2]).toBeLessThan(0.001);
    expect(modeShares(network, 40, false)[1]).toBe(0);
  }
});

test('a week at the level before the pandemic has seven average days of each purpose', () => {
  const { commute, other } = dayFactors(parameters.model.weekdayShape, level, 0, []);
  expect(sum(commute)).toBeCloseTo(7, 9);
  expect(sum(other)).toBeCloseTo(7, 9);
  expect(commute[6]).toBeLessThan(commute[1] ?? 0);
});

test('a bank holiday changes its own day alone, and workplaces never empty entirely', () => {
  const ordinary = { commute: 1, other: 1 };
  const monday = [{ commute: 0.42, other: 1.07 }, ordinary];
  const shape = parameters.model.weekdayShape;
  const [plain, holiday] = [[], monday].map((days) => dayFactors(shape, level, 0, days));
  expect((holiday?.commute[0] ?? 0) / (plain?.commute[0] ?? 1)).toBeCloseTo(0.42, 9);
  expect(holiday?.commute.slice(1)).toEqual(plain?.commute.slice(1));
  expect(Math.min(...dayFactors(shape, level, -2, []).commute)).toBeGreaterThan(0);
});

test('shocks multiply, on their days and in their places', () => {
  const shocks = [
    { area: 'K02000001', from: '2022-02-16', to: '2022-02-17', commute: 0.9, other: 0.8 },
    { area: 'E12000007', from: '2022-02-17', to: '2022-02-17', commute: 0.5, other: 1 },
  ];
  const lineage = lineageOf(parameters.upperAreas, 'E12000007');
  expect(lineage).toEqual(['E12000007', 'E92000001', 'K02000001']);
  expect(shockFactors(shocks, lineage, '2022-02-17')).toEqual({ commute: 0.45, other: 0.8 });
  expect(shockFactors(shocks, ['W92000004', 'K02000001'], '2022-02-17').commute).toBe(0.9);
  expect(shockFactors(shocks, lineage, '2022-02-18')).toEqual({ commute: 1, other: 1 });
});

test('values between points lie on a straight line, and level outside', () => {
  const points = [
    { at: 10, value: 1 },
    { at: 20, value: 3 },
  ];
  expect([0, 10, 15, 20, 99].map((at) => interpolate(points, at))).toEqual([1, 1, 2, 3, 3]);
  expect(interpolate([], 5)).toBe(0);
});

test('a district offset shrinks with the fall of its region', () => {
  const measured = {
    district: 'E09000001',
    lockdown1_pp: -10,
    reopening_pp: undefined,
    lockdown2_pp: undefined,
    later_pp: undefined,
  };
  const phases = [
    {
      column: 'lockdown1_pp',
      at: '2020-04-20',
      measuredFrom: '2020-03-23',
      measuredTo: '2020-06-14',
    },
  ] as const;
  const fallen = { ...level, week: '2020-04-20', work_weekday: 0.4 };
  const half = { ...level, week: '2020-07-06', work_weekday: 0.7 };
  const offsets = [fallen, half, level].map((week) =>
    districtOffset(measured, [...phases], [fallen, half], week),
  );
  expect(offsets[0]).toBeCloseTo(-0.1, 9);
  expect(offsets[1]).toBeCloseTo(-0.05, 9);
  expect(offsets[2]).toBeCloseTo(0, 9);
});

test.each([
  [2020, '2020-12-18', '2021-01-10'],
  [2021, '2021-12-18', '2022-01-09'],
  [2023, '2023-12-18', '2024-01-07'],
])('Christmas %d lasts from %s to %s', (year, from, to) => {
  expect(christmasOf(year)).toMatchObject({ from, to });
});

test('every pair joined by land is counted in one leaf, with its own destination', () => {
  const { base, districts, model } = parameters;
  const leaves = chooseLeaves(parameters);
  const apart = (index: number) => model.apart.includes(districts[index]?.region ?? '');
  const wrong = Array.from(leaves.leafOf, (leaf, pair) => {
    const [from, to] = [base.origin[pair] ?? -1, base.destination[pair] ?? -1];
    const named = leaves.origin[leaf];
    const { code = '', region = '' } = districts[from] ?? {};
    if (leaf < 0) return apart(from) === apart(to);
    return (
      leaves.destination[leaf] !== to ||
      (named !== code && named !== `elsewhere:${region}`) ||
      (from === to && leaves.within[leaf] !== 1)
    );
  }).filter(Boolean);
  expect(leaves.leafOf.length).toBe(136_756);
  expect(wrong).toEqual([]);
  const explicit = leaves.origin.filter((origin) => !origin.startsWith('elsewhere:'));
  expect(explicit.length).toBe(model.explicitPairs);
  expect(leaves.within.reduce((count, within) => count + within, 0)).toBe(374);
});

test('the leaves hold each trip once, at 2.6 trips per person and day before the pandemic', () => {
  const quiet = { ...parameters, model: { ...parameters.model, noise: { week: 0, day: 0 } } };
  const days = districtDays(quiet);
  const leaves = chooseLeaves(quiet);
  const expected = expectedTrips(quiet, days, leaves);
  let overPairs = 0;
  leaves.leafOf.forEach((leaf, pair) => {
    const factors = days[quiet.base.destination[pair] ?? 0]?.[1]?.factors;
    if (leaf < 0 || factors === undefined) return;
    overPairs += (quiet.base.commute[pair] ?? 0) * sum(factors.commute);
    overPairs += (quiet.base.other[pair] ?? 0) * sum(factors.other);
  });
  // The week of 24 February 2020, four modes.
  const overLeaves = leaves.origin.map((_, leaf) => {
    const at = (leaf * quiet.model.weeks + 1) * 4;
    return sum(expected.subarray(at, at + 4));
  });
  expect(sum(overLeaves) / overPairs).toBeCloseTo(1, 9);
  const population = sum(quiet.districts.map((district) => district.population));
  expect(overPairs / 7 / population).toBeCloseTo(2.61, 1);
});

test('over all trips of a network the modes have the shares that were assumed', () => {
  const { base, districts, model } = parameters;
  const served = model.networks.map(() => [0, 0, 0, 0]);
  for (let pair = 0; pair < base.commute.length; pair += 1) {
    const [from, to] = [base.origin[pair] ?? 0, base.destination[pair] ?? 0];
    const inLondon = [from, to].some((end) => districts[end]?.region === 'E12000007');
    const network = model.networks[inLondon ? 0 : 1];
    const distance = base.distanceKm[pair] ?? 0;
    const km = from === to ? Math.min(distance, model.withinDistrictKm) : distance;
    if (network === undefined) continue;
    const trips = (base.commute[pair] ?? 0) + (base.other[pair] ?? 0);
    const sums = served[inLondon ? 0 : 1] ?? [];
    modeShares(network, km, true).forEach((share, mode) => {
      sums[mode] = (sums[mode] ?? 0) + share * trips;
    });
  }
  const rounded = served.map((sums) => sums.map((trips) => Math.round((100 * trips) / sum(sums))));
  expect(rounded).toEqual([
    [36, 22, 14, 28],
    [63, 2, 5, 30],
  ]);
});
