import type { Area, AreaCode } from '#src/area.ts';
import { feetOf, holdsInMost } from '#src/feet.ts';
import type { PolicyEvent } from '#src/policy-event.ts';

/** The place itself and everything it lies in, nearest first. */
export function chainOf(area: Area, areas: readonly Area[]): readonly Area[] {
  const byCode = new Map(areas.map((one) => [one.code, one]));
  const chain: Area[] = [];
  for (let at: Area | undefined = area; at !== undefined && !chain.includes(at);) {
    chain.push(at);
    at = at.parent === undefined ? undefined : byCode.get(at.parent);
  }
  return chain;
}

/** Events that hold in a place: those of the place and of all it lies in, ascending by date. */
export function eventsInForce(
  events: readonly PolicyEvent[],
  chain: readonly { readonly code: AreaCode }[],
): readonly PolicyEvent[] {
  const codes = new Set<string>(chain.map(({ code }) => code));
  return events
    .filter(({ area }) => codes.has(area))
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.slug.localeCompare(b.slug));
}

/**
 * Events that hold in some places taken together, and those that hold on one day in most of them: what no comparison of them should reach across.
 */
export function eventsTouching(
  events: readonly PolicyEvent[],
  places: readonly Area[],
  areas: readonly Area[],
): readonly PolicyEvent[] {
  const feet = feetOf(areas);
  const place = new Set(places.flatMap(({ code }) => [...(feet.get(code) ?? [])]));
  return events.filter((event) => {
    const sameDay = events.filter(({ slug, date }) => slug === event.slug && date === event.date);
    return (
      !place.isDisjointFrom(feet.get(event.area) ?? new Set()) &&
      holdsInMost(
        place,
        sameDay.map((one) => feet.get(one.area)),
      )
    );
  });
}

/** Whether comparisons may not reach across an event. */
export const isBarrier = (event: PolicyEvent, kinds: readonly string[]): boolean =>
  kinds.some((kind) => event.kind.startsWith(kind));

/**
 * The event that began what `ending` ended (`wfh_lifted` ends `wfh_introduced`): the last of its family before it.
 * Undefined where that one did not begin anything: then what ended had not been in force without a break.
 */
export function beginningOf(
  ending: PolicyEvent,
  inForce: readonly PolicyEvent[],
): PolicyEvent | undefined {
  if (!/_(lifted|ended|end)$/u.test(ending.kind)) return undefined;
  const family = ending.kind.split('_')[0] ?? '';
  const last = inForce.findLast(
    ({ kind, date }) => date < ending.date && kind.startsWith(`${family}_`),
  );
  return last !== undefined && /_(introduced|start|started)$/u.test(last.kind) ? last : undefined;
}
