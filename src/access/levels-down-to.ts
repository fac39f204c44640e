import type { Area } from '#src/area.ts';
import { ancestorsOf } from '#src/grammar/ancestors.ts';
import { onePerCode } from '#src/grammar/one-per-code.ts';

/**
 * The levels that are no finer than `level`: itself first, then those of places around places of that level. A level that is found both around and within them
 * is left out, since nothing tells whether it is finer. Empty where no place is of that level.
 */
export function levelsDownTo(level: string, areas: readonly Area[]): ReadonlySet<string> {
  const rows = Map.groupBy(areas, ({ code }) => code);
  const places = new Map(onePerCode(areas).map((area) => [area.code, area]));
  const levelsOf = ({ code }: Area) => (rows.get(code) ?? []).map((row) => row.level);
  const isOfLevel = (area: Area) => levelsOf(area).includes(level);
  const above = new Set<string>();
  const within = new Set<string>();
  for (const place of places.values()) {
    const around = ancestorsOf(place, places);
    if (isOfLevel(place)) for (const one of around.flatMap(levelsOf)) above.add(one);
    if (around.some(isOfLevel)) for (const one of levelsOf(place)) within.add(one);
  }
  return [...places.values()].some(isOfLevel)
    ? new Set([level, ...above.difference(within)])
    : new Set();
}
