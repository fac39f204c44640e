import type { Desk } from '#commands/command.ts';
import { modesOf } from '#commands/counted.ts';
import { nameModes } from '#commands/name-counted.ts';
import { allWeeks, readCalendars } from '#commands/read-calendars.ts';
import { errorBound } from '#queries/error-bound.ts';
import { weeklyByPlace, type WeeklyByPlaceRow } from '#queries/weekly-by-place.ts';
import type { Area } from '#src/area.ts';
import type { Protected } from '#src/disclosure/protected.ts';
import type { CompareAsk } from '#src/grammar/ask.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Provenance } from '#src/ports.ts';
import type { CompareInput, ItemInput } from '#src/statistics/compare/compare-input.ts';
import { sinceInPlace } from '#src/statistics/compare/since-in-place.ts';
import { chainOf, eventsInForce, eventsTouching } from '#src/statistics/events-in-force.ts';
import { everyWeek } from '#src/statistics/trend/every-week.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import { lastSunday, mondayOf } from '#src/week.ts';

type Rows = readonly Protected<WeeklyByPlaceRow>[];
type Read<T> = { readonly input: T; readonly provenance: readonly Provenance[] };

/** The place and all it lies in, nearest first. */
function chainFrom(place: Area, { vocabulary }: Desk): TrendInput['chain'] {
  const [, ...larger] = chainOf(place, vocabulary.areas);
  return [place, ...larger];
}

/** E of one week of a place, and which of its weeks are not ordinary. */
async function readPlace(ask: CompareAsk, place: Area, desk: Desk) {
  const [bounds, flagged] = await Promise.all([
    desk.warehouse.run(errorBound, { destinations: [place.code], modes: modesOf(ask, desk) }, desk),
    readCalendars([place], allWeeks(desk), desk),
  ]);
  return {
    bound: bounds.rows[0]?.bound ?? 0,
    calendar: flagged.calendars.flatMap(({ rows }) => rows),
    provenance: [bounds.provenance, ...flagged.provenance],
  };
}

async function readItem(
  place: Area,
  all: Rows,
  ask: CompareAsk,
  desk: Desk,
): Promise<Read<ItemInput>> {
  const { vocabulary, warehouse, settings } = desk;
  const chain = chainFrom(place, desk);
  const { provenance, ...read } = await readPlace(ask, place, desk);
  const spoken = spokenName(place, vocabulary);
  const events = eventsInForce(vocabulary.events, chain);
  const areas = new Map(vocabulary.areas.map((area) => [area.code, area]));
  const trend: TrendInput = {
    chain,
    ends: { origin: undefined, destination: spoken },
    name: place.name,
    spokenLarger: chain[1] && spokenName(chain[1], vocabulary),
    mode: nameModes(ask.modes, vocabulary),
    against: 'before',
    since: undefined,
    isEnded: false,
    lastDay: lastSunday(ask.until?.date ?? warehouse.release.lastDay),
    rows: all.filter((row) => row.place === place.code),
    ...read,
    events,
    touching: eventsTouching(vocabulary.events, [place], vocabulary.areas),
    rest: undefined,
    release: warehouse.release,
    settings,
  };
  const since =
    ask.since && sinceInPlace(ask.since, place, events, { events: vocabulary.events, areas });
  return {
    input: { name: place.name, spoken, since, weeks: everyWeek(trend), trend },
    provenance,
  };
}

/** Asks the warehouse for all that a comparison of places is found from. */
export async function readPlaces(ask: CompareAsk, desk: Desk): Promise<Read<CompareInput>> {
  const { warehouse, vocabulary } = desk;
  const { release } = warehouse;
  const weekly = await warehouse.run(
    weeklyByPlace,
    {
      places: ask.places.map(({ code }) => code),
      modes: modesOf(ask, desk),
      from: release.firstDay,
      until: mondayOf(lastSunday(ask.until?.date ?? release.lastDay)),
    },
    desk,
  );
  const read = await Promise.all(
    ask.places.map((place) => readItem(place, weekly.rows, ask, desk)),
  );
  return {
    input: {
      of: 'place',
      asked: ask.since === undefined ? 'latest' : 'date',
      release,
      mode: nameModes(ask.modes, vocabulary),
      ends: { origin: undefined, destination: undefined },
      items: read.map(({ input }) => input),
      rows: weekly.rows,
    },
    provenance: [weekly.provenance, ...read.flatMap(({ provenance }) => provenance)],
  };
}
