import type { CubeAreas } from '#src/disclosure/cube.ts';
import { roundDependently, type Block } from '#src/disclosure/dependent-rounding.ts';
import { laminarLevels } from '#src/disclosure/laminar-levels.ts';

/**
 * A synthetic draw. Everything is public: the geography, b and the weeks that are drawn together of a release, and a size that is a
 * constant. `flows`: hidden leaves of each week; `draws`: how often all of it is drawn.
 */
export type SimulatedDraw = {
  readonly areas: CubeAreas;
  readonly base: number;
  readonly linkedWeeks: number;
  readonly flows: number;
  readonly draws: number;
};

/** A kind of sum that the draw does not hold within b. */
type SumKind =
  | 'one flow over 13 weeks'
  | 'one flow over 26 weeks'
  | 'one origin over 13 weeks'
  | 'ten flows in one week'
  | 'one region to another in one week'
  | 'one region to another over 13 weeks';

/** |published − true| of one kind of sum, in trips: what 95 % and 99.9 % of them stay within, and the largest of `sums`. */
export type SimulatedError = {
  readonly kind: SumKind;
  readonly sums: number;
  readonly within95: number;
  readonly within999: number;
  readonly largest: number;
};

const weeks = 26;
const places = 40;

/**
 * E of sums that have no proved bound, found by drawing a synthetic block: flows among 40 places that are neighbours in the list of areas, all
 * hidden in each of 26 weeks, with 1 to b − 1 trips, any as likely as another. Nothing of the data goes in, so this may be published.
 * The same numbers from `uniform` give the same errors. Source: docs/policy.md, paragraph 8.
 */
export function simulateErrors(
  draw: SimulatedDraw,
  uniform: () => number,
): readonly SimulatedError[] {
  const errors = new Map<SumKind, number[]>();
  for (let time = 0; time < draw.draws; time += 1) addErrors(errors, draw, uniform);
  return [...errors].map(([kind, found]) => summarise(kind, found));
}

type Flows = Pick<Block, 'origin' | 'destination'>;

function addErrors(
  errors: Map<SumKind, number[]>,
  draw: SimulatedDraw,
  uniform: () => number,
): void {
  const flows = inventFlows(draw, uniform);
  const moved = drawWeeks(flows, draw, uniform);
  const region = laminarLevels(draw.areas)[0]?.group ?? new Int32Array();
  const pairs = Array.from(flows.origin, (from, flow) => {
    const to = flows.destination[flow] ?? 0;
    return (region[from] ?? 0) * draw.areas.codes.length + (region[to] ?? 0);
  });
  const tens = Array.from(flows.origin, (_, flow) => Math.floor(flow / 10));
  const each = [...flows.origin.keys()];
  put(errors, 'one flow over 13 weeks', sumsBy(each, moved, 13));
  put(errors, 'one flow over 26 weeks', sumsBy(each, moved, 26));
  put(errors, 'one origin over 13 weeks', sumsBy(flows.origin, moved, 13));
  put(errors, 'ten flows in one week', sumsBy(tens, moved, 1));
  put(errors, 'one region to another in one week', sumsBy(pairs, moved, 1));
  put(errors, 'one region to another over 13 weeks', sumsBy(pairs, moved, 13));
}

/** Distinct flows; fewer than wanted where the places do not have so many. */
function inventFlows({ areas, flows }: SimulatedDraw, uniform: () => number): Flows {
  const above = new Set(areas.parent);
  const lowest = [...areas.codes.keys()].filter((area) => !above.has(area));
  const start = Math.floor(uniform() * Math.max(1, lowest.length - places + 1));
  const near = lowest.slice(start, start + places);
  const all = near.flatMap((origin) => near.map((destination) => ({ origin, destination })));
  const chosen = all
    .map((flow) => ({ ...flow, rank: uniform() }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, flows);
  return {
    origin: Int32Array.from(chosen, ({ origin }) => origin),
    destination: Int32Array.from(chosen, ({ destination }) => destination),
  };
}

/** Published less true at `week × flows + flow`. */
function drawWeeks(
  flows: Flows,
  { areas, base, linkedWeeks }: SimulatedDraw,
  uniform: () => number,
): readonly Float64Array[] {
  const levels = laminarLevels(areas);
  const count = flows.origin.length;
  const moved: Float64Array[] = [];
  for (let first = 0; first < weeks; first += linkedWeeks) {
    const linked = Math.min(linkedWeeks, weeks - first);
    const trips = Float64Array.from(
      { length: count * linked },
      () => 1 + Math.floor(uniform() * (base - 1)),
    );
    const block = { ...repeat(flows, linked), trips };
    const drawn = roundDependently(block, base, levels, uniform);
    const by = trips.map((true_, leaf) => (drawn[leaf] ?? 0) - true_);
    for (let week = 0; week < linked; week += 1)
      moved.push(by.subarray(week * count, (week + 1) * count));
  }
  return moved;
}

function repeat({ origin, destination }: Flows, times: number): Omit<Block, 'trips'> {
  const length = origin.length * times;
  const at = (column: Int32Array): Int32Array =>
    Int32Array.from({ length }, (_, leaf) => column[leaf % origin.length] ?? 0);
  const week = Int32Array.from({ length }, (_, leaf) => Math.floor(leaf / origin.length));
  return { origin: at(origin), destination: at(destination), week };
}

/** |Σ| by group of flows and stretch of `length` whole weeks. */
function sumsBy(
  groups: ArrayLike<number>,
  moved: readonly Float64Array[],
  length: number,
): readonly number[] {
  const sums = new Map<string, number>();
  moved.forEach((ofWeek, week) => {
    ofWeek.forEach((by, flow) => {
      const name = `${groups[flow]} ${Math.floor(week / length)}`;
      sums.set(name, (sums.get(name) ?? 0) + by);
    });
  });
  return [...sums.values()].map(Math.abs);
}

function put(errors: Map<SumKind, number[]>, kind: SumKind, found: readonly number[]): void {
  errors.set(kind, [...(errors.get(kind) ?? []), ...found]);
}

function summarise(kind: SumKind, found: readonly number[]): SimulatedError {
  const inOrder = found.toSorted((a, b) => a - b);
  const within = (share: number): number => inOrder[Math.ceil(share * inOrder.length) - 1] ?? 0;
  return {
    kind,
    sums: inOrder.length,
    within95: within(0.95),
    within999: within(0.999),
    largest: within(1),
  };
}
