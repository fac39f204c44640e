import type { Area } from '#src/area.ts';
import { ancestorsOf } from '#src/grammar/ancestors.ts';
import type { PolicyEvent } from '#src/policy-event.ts';

/**
 * How a slug stands in a place. `here`: its one row. `several`: more than one date there.
 * `within`: only parts of the place have it. `elsewhere`: no part has.
 */
export type EventInPlace =
  | { readonly kind: 'here'; readonly event: PolicyEvent }
  | { readonly kind: 'several' | 'within' | 'elsewhere'; readonly events: readonly PolicyEvent[] };

/** Finds the row of `slug` that holds in `area`: its own, or that of the nearest place around it. */
export function eventInPlace(
  slug: string,
  area: Area,
  events: readonly PolicyEvent[],
  areas: ReadonlyMap<string, Area>,
): EventInPlace {
  const rows = events.filter((event) => event.slug === slug);
  const here = [area, ...ancestorsOf(area, areas)]
    .map((place) => rows.filter((event) => event.area === place.code))
    .find((found) => found.length > 0);
  if (here !== undefined) return onlyDate(here);
  const inside = rows.filter((event) => isWithin(event.area, area, areas));
  return inside.length > 0
    ? { kind: 'within', events: inside }
    : { kind: 'elsewhere', events: rows };
}

function onlyDate(events: readonly PolicyEvent[]): EventInPlace {
  const [event] = events;
  const dates = new Set(events.map(({ date }) => date));
  return event !== undefined && dates.size === 1
    ? { kind: 'here', event }
    : { kind: 'several', events };
}

function isWithin(code: string, area: Area, areas: ReadonlyMap<string, Area>): boolean {
  const part = areas.get(code);
  return part !== undefined && ancestorsOf(part, areas).some((above) => above.code === area.code);
}
