import type { Area } from '#src/area.ts';

/** The places that contain `area`, nearest first. A loop in the data ends the climb. */
export function ancestorsOf(area: Area, areas: ReadonlyMap<string, Area>): readonly Area[] {
  const above: Area[] = [];
  let next = area.parent === undefined ? undefined : areas.get(area.parent);
  while (next !== undefined && next.code !== area.code && !above.includes(next)) {
    above.push(next);
    next = next.parent === undefined ? undefined : areas.get(next.parent);
  }
  return above;
}
