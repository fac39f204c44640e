import type { Area } from '#src/area.ts';
import { ancestorsOf } from '#src/grammar/ancestors.ts';
import type { Gazetteer } from '#src/grammar/gazetteer.ts';

/** Of some places, those with the fewest others around them. */
export function largestPlaces(
  places: readonly Area[],
  { areas }: Pick<Gazetteer, 'areas'>,
): readonly Area[] {
  const depth = (area: Area) => ancestorsOf(area, areas).length;
  const least = Math.min(...places.map(depth));
  return places.filter((area) => depth(area) === least);
}
