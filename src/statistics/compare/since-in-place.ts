import type { Area } from '#src/area.ts';
import type { NoEvent } from '#src/compare-finding.ts';
import type { SharedWhen, When } from '#src/grammar/ask.ts';
import { eventInPlace } from '#src/grammar/event-in-place.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { addDays } from '#src/week.ts';

type Places = {
  readonly events: readonly PolicyEvent[];
  readonly areas: ReadonlyMap<string, Area>;
};

/** A date that several places are asked about, as it holds in one of them. `inForce`: the events that hold there: a day on which one of them lies is that event. */
export function sinceInPlace(
  since: SharedWhen,
  area: Area,
  inForce: readonly PolicyEvent[],
  { events, areas }: Places,
): When | NoEvent {
  if (since.kind === 'date') {
    const onDay = inForce.filter(({ date }) => date === since.date);
    return { date: since.date, event: onDay.length === 1 ? onDay[0] : undefined };
  }
  const found = eventInPlace(since.slug, area, events, areas);
  if (found.kind !== 'here') {
    const dates = found.kind === 'elsewhere' ? 'none' : 'several';
    return { kind: 'noEvent', slug: since.slug, dates };
  }
  const { event } = found;
  // Some days after an event is a date of its own.
  return since.shiftDays === undefined || since.shiftDays === 0
    ? { date: event.date, event }
    : { date: addDays(event.date, since.shiftDays), event: undefined };
}
