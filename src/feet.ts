import type { Area, AreaCode } from '#src/area.ts';

/** The areas at the foot of every area, which have none below them: an area at the foot is its own. */
export function feetOf(areas: readonly Area[]): ReadonlyMap<AreaCode, ReadonlySet<AreaCode>> {
  const parents = new Map(areas.map(({ code, parent }) => [code, parent]));
  const inner = new Set(parents.values());
  const feet = new Map<AreaCode, Set<AreaCode>>(areas.map(({ code }) => [code, new Set()]));
  for (const { code } of areas.filter((area) => !inner.has(area.code)))
    for (let at: AreaCode | undefined = code; at !== undefined; at = parents.get(at))
      feet.get(at)?.add(code);
  return feet;
}

/** Share of its feet in which something must hold for it to hold in a place. */
const most = 0.5;

/** Whether what holds in the areas `held` holds in most of a place, by its feet. */
export function holdsInMost(
  place: ReadonlySet<AreaCode>,
  held: readonly (ReadonlySet<AreaCode> | undefined)[],
): boolean {
  const shared = [...place].filter((foot) => held.some((feet) => feet?.has(foot) === true));
  return place.size > 0 && shared.length / place.size >= most;
}
