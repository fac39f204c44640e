import type { DemoLeaves } from '#src/release/demo/demo-leaves.ts';
import type { Network } from '#src/release/demo/demo-model.ts';
import type { DemoParameters, District } from '#src/release/demo/demo-parameters.ts';
import type { DistrictWeek } from '#src/release/demo/district-days.ts';
import { keyOf } from '#src/release/demo/keyed-uniform.ts';
import { normalAt } from '#src/release/demo/keyed-normal.ts';
import { modeIndices } from '#src/release/demo/mode-indices.ts';
import { modeShares } from '#src/release/demo/mode-shares.ts';

const modeCount = 4;

/**
 * Expected trips of every leaf, week and mode, at `(leaf × weeks + week) × 4 + mode`.
 * Each pair's trips of a week are its base trips × the factors of its destination; they divide among modes by distance, shifted by how much each mode was used.
 */
export function expectedTrips(
  parameters: DemoParameters,
  days: readonly (readonly DistrictWeek[])[],
  leaves: DemoLeaves,
): Float64Array {
  const { base, model } = parameters;
  const levels = days.map((weeks, district) => weekLevels(parameters, district, weeks));
  const splitOf = makeModeSplit(parameters);
  const expected = new Float64Array(leaves.origin.length * model.weeks * modeCount);
  for (let pair = 0; pair < leaves.leafOf.length; pair += 1) {
    const leaf = leaves.leafOf[pair] ?? -1;
    const level = levels[base.destination[pair] ?? 0];
    if (leaf < 0 || level === undefined) continue;
    const { shares, indices } = splitOf(pair);
    addPair(
      expected.subarray(leaf * model.weeks * modeCount, (leaf + 1) * model.weeks * modeCount),
      {
        commute: base.commute[pair] ?? 0,
        other: base.other[pair] ?? 0,
        level,
        shares,
        indices,
      },
    );
  }
  return expected;
}

/** A district's week against an average day before the pandemic: seven days would be 7. With the keyed noise of district and week. */
type WeekLevels = { readonly commute: Float64Array; readonly other: Float64Array };

function weekLevels(
  parameters: DemoParameters,
  district: number,
  weeks: readonly DistrictWeek[],
): WeekLevels {
  const { noise, seed } = parameters.model;
  const key = keyOf(`${seed}|week|${parameters.districts[district]?.code}`);
  const level = (factors: readonly number[], week: number): number =>
    factors.reduce((sum, factor) => sum + factor, 0) * (1 + noise.week * normalAt(key, week));
  return {
    commute: Float64Array.from(weeks, ({ factors }, week) => level(factors.commute, week)),
    other: Float64Array.from(weeks, ({ factors }, week) => level(factors.other, week)),
  };
}

type ModeSplit = { readonly shares: readonly number[]; readonly indices: Float64Array };

function makeModeSplit(parameters: DemoParameters): (pair: number) => ModeSplit {
  const { base, districts, model } = parameters;
  const indices = modeIndices(parameters);
  return (pair) => {
    const from = districts[base.origin[pair] ?? 0];
    const to = districts[base.destination[pair] ?? 0];
    if (from === undefined || to === undefined) throw new Error(`pair ${pair} has no districts`);
    const network = networkOf(model.networks, from, to);
    const constants = model.networks[network];
    const ofWeeks = indices[network]?.get(to.region);
    if (constants === undefined || ofWeeks === undefined)
      throw new Error(`no network serves ${to.code}`);
    const distance = base.distanceKm[pair] ?? 0;
    const km = from === to ? Math.min(distance, model.withinDistrictKm) : distance;
    const hasRail = ![from, to].some(({ code }) => model.withoutRail.includes(code));
    return { shares: modeShares(constants, km, hasRail), indices: ofWeeks };
  };
}

/** The first network that either end lies in; one without regions serves everywhere. */
function networkOf(networks: readonly Network[], from: District, to: District): number {
  return networks.findIndex(
    ({ regions }) =>
      regions.length === 0 || regions.includes(from.region) || regions.includes(to.region),
  );
}

type Pair = ModeSplit & {
  readonly commute: number;
  readonly other: number;
  readonly level: WeekLevels;
};

/** A hot loop: 136,000 pairs × 139 weeks. */
function addPair(expected: Float64Array, { commute, other, level, shares, indices }: Pair): void {
  const [car = 0, rail = 0, bus = 0, active = 0] = shares;
  for (let week = 0, at = 0; week < level.commute.length; week += 1, at += modeCount) {
    const byCar = car * (indices[at] ?? 0);
    const byRail = rail * (indices[at + 1] ?? 0);
    const byBus = bus * (indices[at + 2] ?? 0);
    const byFoot = active * (indices[at + 3] ?? 0);
    const trips =
      (commute * (level.commute[week] ?? 0) + other * (level.other[week] ?? 0)) /
      (byCar + byRail + byBus + byFoot);
    expected[at] = (expected[at] ?? 0) + trips * byCar;
    expected[at + 1] = (expected[at + 1] ?? 0) + trips * byRail;
    expected[at + 2] = (expected[at + 2] ?? 0) + trips * byBus;
    expected[at + 3] = (expected[at + 3] ?? 0) + trips * byFoot;
  }
}
