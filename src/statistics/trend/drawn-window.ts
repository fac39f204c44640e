import type { PolicyEvent } from '#src/policy-event.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import { addDays, dayNumber, mondayOf, type IsoDate } from '#src/week.ts';

/** Weeks drawn at least where weeks are compared with those a year before. */
const yearAndSome = 52 + 8;

/** The first week to draw: some weeks before the date asked about; without a date, so that the last weeks show. */
export function drawnFrom({ since, settings, lastDay, release, against }: TrendInput): IsoDate {
  const least = against === 'lastYear' ? yearAndSome : 0;
  const from =
    since === undefined
      ? addDays(mondayOf(lastDay), -7 * (Math.max(settings.drawnWeeks, least) - 1))
      : addDays(mondayOf(since.date), -7 * Math.max(settings.drawnWeeksBefore, least));
  return from > release.firstDay ? from : mondayOf(release.firstDay);
}

/** At most this many events are marked on one chart. */
const mostMarked = 4;

/** The events to mark, ascending: those in the drawn weeks that are nearest to the date asked about, `also` among them. */
export function markedEvents(
  input: TrendInput,
  also: PolicyEvent | undefined,
): readonly PolicyEvent[] {
  const from = drawnFrom(input);
  const centre = dayNumber(input.since?.date ?? input.lastDay);
  const distance = (event: PolicyEvent) =>
    event === also ? -1 : Math.abs(dayNumber(event.date) - centre);
  return input.events
    .filter(({ date }) => date >= from && date <= input.lastDay)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, mostMarked)
    .toSorted((a, b) => a.date.localeCompare(b.date));
}
