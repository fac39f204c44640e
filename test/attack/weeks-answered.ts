import { eventsTouching, isBarrier } from '#src/statistics/events-in-force.ts';
import { typicalWeek } from '#src/statistics/typical-week.ts';
import type { IsoDate } from '#src/week.ts';
import type { TrendAsked } from '#test/attack/asked.ts';
import { areaOf, type Country } from '#test/attack/country.ts';
import type { TrendData } from '#test/attack/read-trend-data.ts';

/** Dates that no comparison of where trips end, or else start, may reach across. */
function barriersOf({ origins, destinations }: TrendAsked, country: Country): readonly IsoDate[] {
  const { events, places, settings } = country;
  const own = destinations.length > 0 ? destinations : origins;
  const areas = own.map((code) => areaOf(code, country));
  return eventsTouching(events, areas, places)
    .filter((event) => isBarrier(event, settings.barrierKinds))
    .map(({ date }) => date);
}

/** The weeks that would be compared, by the rule of docs/method.md and the weeks that the answer shows. */
function weeksSought({ weeks, since }: TrendData, ask: TrendAsked, country: Country) {
  const series = weeks.map(({ week, trips, flag }) => {
    const value = trips.kind === 'published' ? trips.value : 0;
    return { week, value, ordinary: flag === undefined && value > 0 };
  });
  const date = since?.date ?? weeks.at(-1)?.week ?? '';
  const one = { ...country.settings, afterWeeks: 1, minimumAfter: 1 };
  const { beforeWeeks, afterWeeks } = typicalWeek(
    series,
    date,
    barriersOf(ask, country).filter((barrier) => barrier !== since?.date),
    since === undefined ? one : country.settings,
  );
  return [...beforeWeeks, ...afterWeeks];
}

/** The weeks that an answer is about: those compared, or that would be; else the last one. */
export function weeksAnswered(
  data: TrendData,
  ask: TrendAsked,
  country: Country,
): readonly IsoDate[] {
  const { change, weeks, against } = data;
  if (change?.kind === 'measured')
    return [...(change.beforeWeeks ?? []), ...(change.afterWeeks ?? [])];
  const isSought = change !== undefined && against === 'before';
  const sought = isSought ? weeksSought(data, ask, country) : [];
  return sought.length > 0 ? sought : weeks.slice(-1).map(({ week }) => week);
}
