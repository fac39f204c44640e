import type { Desk } from '#commands/command.ts';
import { codesOf, modesOf } from '#commands/counted.ts';
import { nameEnds, nameLine, nameModes } from '#commands/name-counted.ts';
import { allWeeks, readCalendars } from '#commands/read-calendars.ts';
import { findWider, isKnown, type Period, readRest } from '#commands/read-rest.ts';
import { errorBound } from '#queries/error-bound.ts';
import { weeklyTrips } from '#queries/weekly-trips.ts';
import type { Area } from '#src/area.ts';
import { flowBound } from '#src/disclosure/flow-bound.ts';
import type { TrendAsk, When } from '#src/grammar/ask.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { Provenance } from '#src/ports.ts';
import { chainOf, eventsInForce, eventsTouching } from '#src/statistics/events-in-force.ts';
import { sharedCalendar } from '#src/statistics/trend/shared-calendar.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import { lastSunday, mondayOf } from '#src/week.ts';

/** A day on which one event holds in the place is that event, however it was asked for; a day counted from an event is a day. */
function namedDate(since: When | undefined, inForce: readonly PolicyEvent[]): When | undefined {
  if (since === undefined) return undefined;
  const { date, event, shiftDays = 0 } = since;
  if (event !== undefined && shiftDays === 0) return { date, event };
  const onDay = inForce.filter((one) => one.date === date);
  return { date, event: onDay.length === 1 ? onDay[0] : undefined };
}

/** The places whose calendar and events count: where trips end, or else where they start. */
const placesAsked = ({ origins, destinations }: TrendAsk): readonly [Area, ...Area[]] => {
  const [first, ...others] = destinations.length > 0 ? destinations : origins;
  if (first === undefined) throw new Error('a trend without a place');
  return [first, ...others];
};

/** A place and all it lies in; of several, the first and what all of them lie in. */
function chainOfAll(
  [first, ...others]: readonly [Area, ...Area[]],
  areas: readonly Area[],
): readonly [Area, ...Area[]] {
  const chains = others.map((place) => chainOf(place, areas));
  const shared = chainOf(first, areas)
    .slice(1)
    .filter((area) => chains.every((chain) => chain.includes(area)));
  return [first, ...shared];
}

/** E of one week's total: the release's own for what ends in places, else that of the flows from each origin to each destination. */
async function readBound(ask: TrendAsk, desk: Desk) {
  const modes = modesOf(ask, desk);
  if (ask.origins.length === 0) {
    const found = await desk.warehouse.run(
      errorBound,
      { destinations: codesOf(ask.destinations), modes },
      desk,
    );
    return { bound: found.rows[0]?.bound ?? 0, provenance: [found.provenance] };
  }
  const ends = ask.destinations.length === 0 ? [undefined] : ask.destinations;
  const bases = ask.origins
    .flatMap((origin) => ends.map((end) => flowBound(origin, end, desk.vocabulary.areas)))
    .reduce((sum, one) => sum + one, 0);
  return { bound: bases * desk.warehouse.release.base * modes.length, provenance: [] };
}

/** The weeks from the start of the data to the last one asked for. */
const periodOf = ({ until }: TrendAsk, { warehouse: { release } }: Desk): Period => ({
  from: release.firstDay,
  until: mondayOf(lastSunday(until?.date ?? release.lastDay)),
});

/** The trips, how far they may be from the truth, what is counted elsewhere, and the calendar. */
async function readAll(ask: TrendAsk, desk: Desk) {
  const period = periodOf(ask, desk);
  const [weekly, bounds, elsewhere, flagged] = await Promise.all([
    desk.warehouse.run(
      weeklyTrips,
      {
        origins: codesOf(ask.origins),
        destinations: codesOf(ask.destinations),
        modes: modesOf(ask, desk),
        ...period,
      },
      desk,
    ),
    readBound(ask, desk),
    readRest(ask, period, desk),
    readCalendars(placesAsked(ask), allWeeks(desk), desk),
  ]);
  const { rest } = elsewhere;
  const isPartlyKnown = rest !== undefined && !isKnown(weekly.rows, rest.rows);
  const larger = isPartlyKnown ? await findWider(ask, period, desk) : undefined;
  return {
    rows: weekly.rows,
    bound: bounds.bound,
    rest: rest && { ...rest, larger },
    calendar: sharedCalendar(flagged.calendars, desk.vocabulary.areas),
    provenance: [
      weekly.provenance,
      ...bounds.provenance,
      ...elsewhere.provenance,
      ...flagged.provenance,
    ],
  };
}

/** The events that hold where a trend is counted, and those that touch most of its places. */
function eventsOf(
  places: readonly [Area, ...Area[]],
  chain: readonly [Area, ...Area[]],
  { events, areas }: Desk['vocabulary'],
) {
  const inForce = eventsInForce(events, places.length > 1 ? chain.slice(1) : chain);
  return { events: inForce, touching: eventsTouching(events, places, areas) };
}

/** Asks the warehouse for all that a trend is found from. */
export async function readTrend(
  ask: TrendAsk,
  desk: Desk,
): Promise<{ readonly input: TrendInput; readonly provenance: readonly Provenance[] }> {
  const { warehouse, vocabulary, settings } = desk;
  const { release } = warehouse;
  const places = placesAsked(ask);
  const chain = chainOfAll(places, vocabulary.areas);
  const { provenance, ...read } = await readAll(ask, desk);
  const happened = eventsOf(places, chain, vocabulary);
  const ends = nameEnds(ask, vocabulary);
  return {
    input: {
      ...read,
      ...happened,
      chain,
      ends,
      name: nameLine(ask, ends),
      spokenLarger: chain[1] && spokenName(chain[1], vocabulary),
      mode: nameModes(ask.modes, vocabulary),
      against: ask.against,
      since: namedDate(ask.since, happened.events),
      lastDay: lastSunday(ask.until?.date ?? release.lastDay),
      isEnded: ask.until !== undefined,
      release,
      settings,
    },
    provenance,
  };
}
