import type { CubeAreas } from '#src/disclosure/cube.ts';
import { ownersOf } from '#src/disclosure/fold-ladder.ts';

/** By area index: the areas that it lies in, from the nearest to the top. An "elsewhere" area lies in the area whose rest it is. */
export function placesAround(areas: CubeAreas): readonly (readonly number[])[] {
  const owner = ownersOf(areas);
  return areas.codes.map((_, area) => {
    const around: number[] = [];
    const own = owner[area] ?? -1;
    const nearest = own < 0 ? (areas.parent[area] ?? -1) : own;
    for (let at = nearest; at >= 0; at = areas.parent[at] ?? -1) around.push(at);
    return around;
  });
}
