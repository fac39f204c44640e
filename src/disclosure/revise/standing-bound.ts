import type { RawCube } from '#src/disclosure/cube.ts';
import type { DrawOptions } from '#src/disclosure/draw-leaves.ts';
import { errorBound } from '#src/disclosure/error-bound.ts';
import { placesAround } from '#src/disclosure/places-around.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import type { Baseline, StandingLeaves } from './baseline.ts';

/**
 * E per `destination × modes + mode` of all that is published, however many releases it took: never below what was published before.
 * It is measured between the raw figures as they are and what the leaves stand for, so what frozen leaves lack counts. One draw moves a
 * column's week by less than b; a leaf that was later drawn, or published in the place of a drawn one, breaks that up, so each such leaf
 * of a week adds b. Leaves that were or became empty count alike: the count then tells nothing that the figures do not.
 * Source: docs/policy.md, paragraphs 8 and 14.
 */
export function standingBound(
  cube: RawCube,
  baseline: Baseline,
  options: DrawOptions & Pick<DisclosurePolicy, 'zeros'>,
): Float64Array {
  const { leaves, gaps, base } = baseline;
  const folded = { leaves, padded: leaves.padded, gaps };
  const judged = { sensitive: leaves.sensitive, capped: cappedTrips(leaves, base) };
  const measured = errorBound({ cube, folded, judged, base, zeros: options.zeros }, options);
  const most = mostTurned(cube, baseline.turned);
  return measured.map((bound, column) =>
    Math.max(bound + base * (most[column] ?? 0), baseline.bound[column] ?? 0),
  );
}

/** The trips that go into the draw: a sensitive leaf's at most b. Source: docs/policy.md, paragraph 7. */
export function cappedTrips(
  { trips, sensitive }: Pick<StandingLeaves, 'trips' | 'sensitive'>,
  base: number,
): Float64Array {
  return trips.map((value, leaf) => (sensitive[leaf] === 1 ? Math.min(value, base) : value));
}

/** By column: the most of any week, in the place and all that lies in it. */
function mostTurned({ areas, modes }: RawCube, turned: Float64Array): Float64Array {
  const columns = areas.codes.length * modes.length;
  const around = placesAround(areas);
  const all = new Float64Array(turned.length);
  turned.forEach((count, cell) => {
    if (count === 0) return;
    const place = Math.floor((cell % columns) / modes.length);
    for (const outer of [place, ...(around[place] ?? [])])
      add(all, cell + (outer - place) * modes.length, count);
  });
  const most = new Float64Array(columns);
  all.forEach((count, cell) => {
    most[cell % columns] = Math.max(most[cell % columns] ?? 0, count);
  });
  return most;
}

function add(sums: Float64Array, cell: number, value: number): void {
  sums[cell] = (sums[cell] ?? 0) + value;
}
