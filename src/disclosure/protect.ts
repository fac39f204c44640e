import { chooseBase } from '#src/disclosure/choose-base.ts';
import type { ProtectedCube, RawCube } from '#src/disclosure/cube.ts';
import { drawLeaves, type DrawOptions } from '#src/disclosure/draw-leaves.ts';
import { errorBound } from '#src/disclosure/error-bound.ts';
import { foldSmallFlows, type FoldedCube } from '#src/disclosure/fold-small-flows.ts';
import { judgeLeaves, type JudgedLeaves } from '#src/disclosure/judge-leaves.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';

/** Exact figures about the hidden: for the release job's own report, never for the bot. Flows are counted once a window. */
export type PrivilegedFigures = {
  readonly eligibleFlows: number;
  readonly exactLeaves: number;
  readonly sensitiveLeaves: number;
  readonly cappedLeaves: number;
  readonly cappedTrips: number;
  readonly withheldTrips: number;
};

/**
 * The only door to a `ProtectedCube`: folds flows about too few devices, draws the sensitive leaves, leaves the others exact.
 * The same cube, policy, key and release id give the same result, in whatever order the rows come. Source: docs/policy.md.
 */
export function protect(
  cube: RawCube,
  policy: DisclosurePolicy,
  options: DrawOptions,
): { readonly cube: ProtectedCube; readonly privileged: PrivilegedFigures } {
  const base = chooseBase(cube.leaves, policy);
  const folded = foldSmallFlows(cube, policy);
  const judged = judgeLeaves(folded.leaves, policy.threshold, base);
  const published = drawLeaves({ cube, leaves: folded.leaves, judged, base }, options);
  const bound = errorBound({ cube, folded, judged, base }, options);
  const leaves = publishedLeaves(folded.leaves, published, judged.sensitive);
  const { areas, weeks, modes } = cube;
  // The reason for the cast: this function is what protects, and nothing raw is in the object.
  const safe = { areas, weeks, modes, base, leaves, bound } as ProtectedCube;
  return { cube: safe, privileged: figuresOf(folded, judged) };
}

/** The exact leaves, and the sensitive ones that came out b: a leaf drawn as 0 has no row. */
function publishedLeaves(
  { week, origin, destination, mode }: RawCube['leaves'],
  published: Float64Array,
  sensitive: Uint8Array,
): ProtectedCube['leaves'] {
  const isThere = (_: number, leaf: number): boolean => (published[leaf] ?? 0) > 0;
  return {
    week: week.filter(isThere),
    origin: origin.filter(isThere),
    destination: destination.filter(isThere),
    mode: mode.filter(isThere),
    trips: published.filter(isThere),
    sensitive: sensitive.filter(isThere),
  };
}

function figuresOf(folded: FoldedCube, { sensitive, capped }: JudgedLeaves): PrivilegedFigures {
  const excess = folded.leaves.trips.map((trips, leaf) => trips - (capped[leaf] ?? 0));
  const sensitiveLeaves = sensitive.reduce((sum, is) => sum + is, 0);
  return {
    eligibleFlows: folded.eligibleFlows,
    exactLeaves: sensitive.length - sensitiveLeaves,
    sensitiveLeaves,
    cappedLeaves: excess.reduce((count, trips) => count + Number(trips > 0), 0),
    cappedTrips: excess.reduce((sum, trips) => sum + trips, 0),
    withheldTrips: folded.withheldTrips,
  };
}
