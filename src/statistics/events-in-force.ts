import type { Area, AreaCode } from '#src/area.ts';
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

/** Share of the areas at the foot of a place in which an event must hold to count for all of it. */
const mostOf = 0.5;

/**
 * Events that hold in a place, and those that hold on one day in at least half of the areas at its foot:
 * what no comparison of the place should reach across.
 */
export function eventsTouching(
  events: readonly PolicyEvent[],
  area: Area,
  areas: readonly Area[],
): readonly PolicyEvent[] {
  const parents = new Map(areas.map(({ code, parent }) => [code, parent]));
  const inner = new Set(parents.values());
  const feet = areas
    .filter(({ code }) => !inner.has(code))
    .map(({ code }) => lineage(code, parents))
    .filter((line) => line.has(area.code));
  return events.filter((event) => {
    const sameDay = events.filter(({ slug, date }) => slug === event.slug && date === event.date);
    const held = feet.filter((line) => sameDay.some((one) => line.has(one.area))).length;
    return feet.length > 0 && held / feet.length >= mostOf;
  });
}

/** An area and all it lies in, by code. */
function lineage(
  code: AreaCode,
  parents: ReadonlyMap<AreaCode, AreaCode | undefined>,
): Set<AreaCode> {
  const line = new Set<AreaCode>();
  for (let at: AreaCode | undefined = code; at !== undefined && !line.has(at); at = parents.get(at))
    line.add(at);
  return line;
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
