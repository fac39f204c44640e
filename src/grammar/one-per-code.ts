import type { Area } from '#src/area.ts';

/** A geography never changes: it is looked through once. */
const known = new WeakMap<readonly Area[], readonly Area[]>();

/** Each place once: of those listed at several levels under one code, the first. */
export function onePerCode(areas: readonly Area[]): readonly Area[] {
  const places = known.get(areas) ?? firsts(areas);
  known.set(areas, places);
  return places;
}

function firsts(areas: readonly Area[]): readonly Area[] {
  const first = new Map(areas.toReversed().map((area) => [area.code, area]));
  return areas.filter((area) => first.get(area.code) === area);
}
