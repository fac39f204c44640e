import type { Area } from '#src/area.ts';
import { ancestorsOf } from '#src/grammar/ancestors.ts';

/** The places from the largest to the smallest: by how many others the most nested place of their level lies in, then by name. */
export function placesBySize(areas: ReadonlyMap<string, Area>): readonly Area[] {
  const places = [...areas.values()].map((area) => ({
    area,
    depth: ancestorsOf(area, areas).length,
  }));
  const ofLevel = new Map<string, number>();
  for (const { area, depth } of places)
    ofLevel.set(area.level, Math.max(depth, ofLevel.get(area.level) ?? 0));
  const depthOf = ({ level }: Area) => ofLevel.get(level) ?? 0;
  return places
    .map(({ area }) => area)
    .toSorted(
      (a, b) => depthOf(a) - depthOf(b) || (a.name < b.name ? -1 : Number(a.name > b.name)),
    );
}
