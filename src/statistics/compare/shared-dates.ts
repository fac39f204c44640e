import type { CompareItem, SharedDate } from '#src/compare-finding.ts';

type Since = NonNullable<CompareItem['since']>;
type Dated = { readonly since: Since; readonly index: number; readonly measured: boolean };

const isSame = (one: Since['event'], other: Since['event']): boolean =>
  one?.slug === other?.slug && one?.clause === other?.clause;

/** What happened on a day where the rows have a figure, if it was one thing, and all the rows where it did. */
function happenedOn(day: readonly Dated[]): Pick<SharedDate, 'event' | 'where'> {
  const events = day.flatMap(({ since, measured }) => (measured ? (since.event ?? []) : []));
  const [event] = events;
  if (event === undefined || !events.every((one) => isSame(one, event)))
    return { event: undefined, where: [] };
  const where = day.filter(({ since }) => isSame(since.event, event));
  return { event, where: where.map(({ index }) => index) };
}

/** The dates of the items with a figure, ascending, each with the items that have it, and what happened where. */
export function sharedDates(items: readonly CompareItem[]): readonly SharedDate[] {
  const dated = items.flatMap(({ since, change }, index) =>
    since === undefined ? [] : [{ since, index, measured: change.kind === 'measured' }],
  );
  return [...Map.groupBy(dated, ({ since }) => since.date)]
    .map(([date, day]) => ({
      date,
      items: day.filter(({ measured }) => measured).map(({ index }) => index),
      ...happenedOn(day),
    }))
    .filter((shared) => shared.items.length > 0)
    .toSorted((a, b) => a.date.localeCompare(b.date));
}
