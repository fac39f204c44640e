import { chooseBase } from '#src/disclosure/choose-base.ts';
import type { ProtectedCube, RawCube } from '#src/disclosure/cube.ts';
import { drawLeaves, type DrawOptions } from '#src/disclosure/draw-leaves.ts';
import { foldSmallFlows, type FoldedCube } from '#src/disclosure/fold-small-flows.ts';
import { judgeLeaves } from '#src/disclosure/judge-leaves.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import type { Baseline, StandingLeaves } from '#src/disclosure/revise/baseline.ts';
import { emptyBaseline } from '#src/disclosure/revise/empty-baseline.ts';
import { filterFlows, joinFlows, joinStanding } from '#src/disclosure/revise/flow-columns.ts';
import { newWeekWindows } from '#src/disclosure/revise/new-week-windows.ts';
import {
  reviseLeaves,
  type RevisedLeaves,
  type RevisionFigures,
} from '#src/disclosure/revise/revise-leaves.ts';
import { cappedTrips, standingBound } from '#src/disclosure/revise/standing-bound.ts';

/**
 * Exact figures about the hidden: for the release job's own report, never for the bot. Flows are counted once a window, and only of the weeks
 * that are new; all else is of all weeks. `revision`: where there was a release before.
 */
export type PrivilegedFigures = {
  readonly eligibleFlows: number;
  readonly exactLeaves: number;
  readonly sensitiveLeaves: number;
  readonly cappedLeaves: number;
  readonly cappedTrips: number;
  readonly withheldTrips: number;
  readonly revision?: RevisionFigures;
};

/** What `protect` gives. `baseline` is privileged: what the next release of the same data set is judged against. */
export type Protection = {
  readonly cube: ProtectedCube;
  readonly privileged: PrivilegedFigures;
  readonly baseline: Baseline;
};

/**
 * The only door to a `ProtectedCube`: folds flows about too few devices, draws the sensitive leaves, leaves the others exact. With `before`,
 * its weeks keep what is published of them, but for changes that are about enough devices, and only the weeks after them are new.
 * The same cube, policy, key, release id and baseline give the same result, in whatever order the rows come. Source: docs/policy.md.
 */
export function protect(
  cube: RawCube,
  policy: DisclosurePolicy,
  options: DrawOptions,
  before?: Baseline,
): Protection {
  const known = before ?? emptyBaseline(cube, chooseBase(cube.leaves, policy));
  const windows = newWeekWindows(known.weeks, cube.weeks.length, policy.eligibilityWeeks);
  const revised = reviseLeaves(cube, known, policy);
  const folded = foldSmallFlows(cube, { ...policy, base: known.base }, windows);
  const fresh = joinStanding(revised.changed, standNew(folded, policy));
  const leaves = joinStanding(
    revised.kept,
    drawStanding(cube, fresh, {
      ...options,
      base: known.base,
      linkedWeeks: policy.lattice.linkedWeeks,
    }),
  );
  const baseline = { ...nextBaseline(cube, known, revised, folded), leaves };
  const bound = standingBound(cube, baseline, { ...options, zeros: policy.zeros });
  const privileged = figuresOf(baseline, folded);
  const revision = { ...revised.figures, weeksAdded: cube.weeks.length - known.weeks };
  return {
    cube: republish(cube, { ...baseline, bound }),
    privileged: before === undefined ? privileged : { ...privileged, revision },
    baseline: { ...baseline, bound },
  };
}

/** What a baseline publishes: the exact leaves, and the sensitive ones that came out b. A leaf drawn as 0 has no row. */
export function republish(
  { areas, weeks, modes }: Pick<RawCube, 'areas' | 'weeks' | 'modes'>,
  { base, bound, leaves }: Baseline,
): ProtectedCube {
  const isThere = (_: number, leaf: number): boolean => (leaves.published[leaf] ?? 0) > 0;
  const published = {
    week: leaves.week.filter(isThere),
    origin: leaves.origin.filter(isThere),
    destination: leaves.destination.filter(isThere),
    mode: leaves.mode.filter(isThere),
    trips: leaves.published.filter(isThere),
    sensitive: leaves.sensitive.filter(isThere),
  };
  // The reason for the cast: a baseline's published figures are protect()'s, made now or read back from the book, and nothing raw is in the object.
  return { areas, weeks, modes, base, leaves: published, bound } as ProtectedCube;
}

/** The leaves of the new weeks, judged, before the draw. */
function standNew({ leaves, padded }: FoldedCube, policy: DisclosurePolicy): StandingLeaves {
  const sensitive = judgeLeaves(leaves, policy);
  return { ...leaves, published: leaves.trips, sensitive, padded, drawn: sensitive };
}

/** Draws the leaves of the new weeks, and those of earlier weeks that are published anew. */
function drawStanding(
  cube: RawCube,
  leaves: StandingLeaves,
  options: DrawOptions & { readonly base: number; readonly linkedWeeks: number },
): StandingLeaves {
  const { base, linkedWeeks } = options;
  const judged = { sensitive: leaves.sensitive, capped: cappedTrips(leaves, base) };
  return { ...leaves, published: drawLeaves({ cube, leaves, judged, base, linkedWeeks }, options) };
}

function nextBaseline(
  cube: RawCube,
  known: Baseline,
  revised: RevisedLeaves,
  folded: FoldedCube,
): Omit<Baseline, 'leaves'> {
  const { week } = cube.leaves;
  const isNew = (row: number): boolean => (week[row] ?? 0) >= known.weeks;
  return {
    weeks: cube.weeks.length,
    base: known.base,
    flows: joinFlows(revised.flows, filterFlows(cube.leaves, isNew)),
    past: revised.past,
    moves: [...known.moves, ...folded.moves],
    bound: known.bound,
    gaps: known.gaps.map((gap, column) => gap | (folded.gaps[column] ?? 0)),
    turned: revised.turned,
  };
}

function figuresOf({ leaves, flows, base }: Baseline, folded: FoldedCube): PrivilegedFigures {
  const excess = leaves.trips.map((trips, leaf) =>
    leaves.sensitive[leaf] === 1 ? Math.max(0, trips - base) : 0,
  );
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const sensitiveLeaves = leaves.sensitive.reduce((count, is) => count + is, 0);
  return {
    eligibleFlows: folded.eligibleFlows,
    exactLeaves: leaves.trips.filter((trips) => trips > 0).length - sensitiveLeaves,
    sensitiveLeaves,
    cappedLeaves: excess.filter((trips) => trips > 0).length,
    cappedTrips: sum(excess),
    withheldTrips:
      sum(flows.trips) - sum(leaves.trips.filter((_, leaf) => leaves.padded[leaf] === 0)),
  };
}
