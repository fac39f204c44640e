import type { Area } from '#src/area.ts';
import { flowBound } from '#src/disclosure/flow-bound.ts';
import { type AreaTree, isElsewhere } from '#src/statistics/flows/area-tree.ts';
import { elsewhereAround, placeEnd } from '#src/statistics/flows/flow-ends.ts';
import type { MatrixPlan } from '#src/statistics/flows/flows-input.ts';
import type { PlanContext } from '#src/statistics/flows/plan-ranked.ts';

/** Which flows to look at from each of some places to each. */
export function planMatrix(
  places: readonly Area[],
  { tree, vocabulary, unit }: PlanContext,
): MatrixPlan {
  const around = elsewhereAround(places, tree, vocabulary);
  const bound = (origin: Area, destination: Area) =>
    unit * flowBound(origin, destination, vocabulary.areas);
  const rests = tree.areas.filter(({ code }) => around.codes.includes(code));
  return {
    shape: 'matrix',
    places: places.map((place) => placeEnd(place, vocabulary)),
    // Of a region with another the bound is simulated.
    isProved: places.filter((place) => !tree.isFoot(place)).length < 2,
    around,
    isInside: rests.every((rest) => isCovered(rest, places, tree)),
    bounds: places.map((origin) => places.map((destination) => bound(origin, destination))),
    aroundBounds: places.map((destination) =>
      rests.reduce((sum, rest) => sum + bound(rest, destination), 0),
    ),
  };
}

/** Whether the places hold all that the area lies in, of which an "elsewhere" area is the rest. */
function isCovered({ parent }: Area, places: readonly Area[], tree: AreaTree): boolean {
  const codes = new Set(places.map(({ code }) => code));
  return tree.areas
    .filter((area) => tree.isFoot(area) && !isElsewhere(area))
    .filter((area) => parent === undefined || tree.insideAny(area, new Set([parent])))
    .every((area) => tree.insideAny(area, codes));
}
