import * as fc from 'fast-check';
import type { Area } from '#src/area.ts';
import type {
  Ask,
  CompareAsk,
  DataAsk,
  FlowsAsk,
  Mode,
  SharedWhen,
  TrendAsk,
  When,
} from '#src/grammar/ask.ts';
import { countedOnce } from '#src/grammar/counted-once.ts';
import { eventInPlace } from '#src/grammar/event-in-place.ts';
import { flowParts } from '#src/grammar/flow-parts.ts';
import { type Lexicon, lexiconOf } from '#src/grammar/lexicon.ts';
import { partsOf } from '#src/grammar/parts-of.ts';
import { topPlaces } from '#src/grammar/top-places.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { addDays, dayNumber, mondayOf } from '#src/week.ts';

/** Every ask that a vocabulary allows. */
export function someAsks(vocabulary: Vocabulary): fc.Arbitrary<Ask> {
  const data = someDataAsks(vocabulary);
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<Ask>({ command: 'help' }, { command: 'status' }) },
    {
      weight: 1,
      arbitrary: fc.record({
        command: fc.constant('events' as const),
        region: maybe(somePlace(vocabulary)),
      }),
    },
    { weight: 8, arbitrary: data },
    {
      weight: 2,
      arbitrary: fc.record({ command: fc.constant('method' as const), about: maybe(data) }),
    },
  );
}

function someDataAsks(vocabulary: Vocabulary): fc.Arbitrary<DataAsk> {
  return fc.oneof(trends(vocabulary), compares(vocabulary), flows(vocabulary));
}

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

const somePlace = (vocabulary: Vocabulary) =>
  fc.constantFrom(...lexiconOf(vocabulary).gazetteer.areas.values());

/** One to three places, none within another. */
const someGroup = (vocabulary: Vocabulary): fc.Arbitrary<readonly Area[]> =>
  fc
    .array(somePlace(vocabulary), { minLength: 1, maxLength: 3 })
    .map((group) => countedOnce(group, lexiconOf(vocabulary)).places);

/** Some kinds of transport, in the order of the release; none stands for all. */
const someModes = ({ modes }: Vocabulary): fc.Arbitrary<readonly Mode[]> =>
  modes.length < 2 ? fc.constant([]) : fc.subarray([...modes], { maxLength: modes.length - 1 });

const someShow = maybe(fc.constant('table' as const));

function somePlainWhen({ firstDay, lastDay }: Vocabulary): fc.Arbitrary<When> {
  return fc
    .nat(dayNumber(lastDay) - dayNumber(firstDay))
    .map((day) => ({ date: addDays(firstDay, day), event: undefined }));
}

const someShift = fc.oneof(fc.constant(0), fc.integer({ min: -40, max: 40 }));

/** A day, or an event that all of these places have on one day, and days around it. */
function someWhen(places: readonly Area[], vocabulary: Vocabulary): fc.Arbitrary<When> {
  const lexicon = lexiconOf(vocabulary);
  const events = [...lexicon.slugs.values()].flatMap((slug) => {
    const found = places.map((place) => rowIn(slug, place, lexicon));
    const [first] = found;
    return first !== undefined && found.every((row) => row?.date === first.date) ? [first] : [];
  });
  const plain = somePlainWhen(vocabulary);
  if (events.length === 0) return plain;
  const ofEvent = fc
    .tuple(fc.constantFrom(...events), someShift)
    .map(([event, shiftDays]): When =>
      shiftDays === 0
        ? { date: event.date, event }
        : { date: addDays(event.date, shiftDays), event, shiftDays },
    );
  return fc.oneof(plain, ofEvent);
}

function rowIn(slug: string, place: Area, { vocabulary, gazetteer }: Lexicon) {
  const found = eventInPlace(slug, place, vocabulary.events, gazetteer.areas);
  return found.kind === 'here' ? found.event : undefined;
}

/** Whether dates lie in the data and hold a first whole week before the end. */
function areAskable(
  since: string | undefined,
  until: string | undefined,
  { firstDay, lastDay }: Vocabulary,
): boolean {
  const isInside = [since, until].every(
    (date) => date === undefined || (date >= firstDay && date <= lastDay),
  );
  const isOver = until === undefined || until >= addDays(mondayOf(firstDay), 6);
  return isInside && isOver && (since === undefined || until === undefined || since <= until);
}

function trends(vocabulary: Vocabulary): fc.Arbitrary<TrendAsk> {
  const group = someGroup(vocabulary);
  const ends = fc.oneof(
    group.map((destinations) => ({ origins: [], destinations })),
    group.map((origins) => ({ origins, destinations: [] })),
    fc.record({ origins: group, destinations: group }),
  );
  return ends
    .chain((line) => {
      const places = line.destinations.length > 0 ? line.destinations : line.origins;
      const when = maybe(someWhen(places, vocabulary));
      return fc.record({
        command: fc.constant('trend' as const),
        origins: fc.constant(line.origins),
        destinations: fc.constant(line.destinations),
        modes: someModes(vocabulary),
        since: when,
        until: when,
        by: fc.constantFrom('week', 'day', 'weekday', 'mode'),
        against: fc.constantFrom('before', 'lastYear'),
        show: someShow,
      });
    })
    .filter((ask) => areAskable(ask.since?.date, ask.until?.date, vocabulary))
    .map((ask) => allowed(ask, vocabulary));
}

/** The same with what it is shown by set to what the data can show. */
function allowed(ask: TrendAsk, vocabulary: Vocabulary): TrendAsk {
  const isByMode = vocabulary.modes.length > 1 && ask.modes.length !== 1;
  const isByDay = ask.modes.length === 0 && ask.origins.length === 0;
  const may = { week: true, day: isByDay, weekday: isByDay, mode: isByMode }[ask.by];
  const by = may && ask.against === 'before' ? ask.by : 'week';
  return { ...ask, by };
}

function compares(vocabulary: Vocabulary): fc.Arbitrary<CompareAsk> {
  const lexicon = lexiconOf(vocabulary);
  const levels = [...new Set(vocabulary.areas.map(({ level }) => level))];
  const listed = fc.uniqueArray(somePlace(vocabulary), { minLength: 2, maxLength: 6 });
  const cut = fc
    .tuple(maybe(somePlace(vocabulary)), fc.constantFrom(...levels))
    .map(([place, level]) => partsOf(place, level, vocabulary.areas));
  const places = fc
    .oneof(listed, cut, fc.constant(topPlaces(vocabulary.areas)))
    .filter(({ length }) => length > 1 && length <= 40);
  return places
    .chain((side) =>
      fc.record({
        command: fc.constant('compare' as const),
        places: fc.constant(side),
        modes: someModes(vocabulary),
        since: maybe(someShared(side, lexicon)),
        until: maybe(somePlainWhen(vocabulary)),
        show: someShow,
      }),
    )
    .filter(({ since, until, places }) =>
      areAskable(firstOf(since, places, lexicon), until?.date, vocabulary),
    );
}

function someShared(places: readonly Area[], lexicon: Lexicon): fc.Arbitrary<SharedWhen> {
  const { vocabulary } = lexicon;
  const plain = somePlainWhen(vocabulary).map(({ date }): SharedWhen => ({ kind: 'date', date }));
  const slugs = [...lexicon.slugs.values()].filter((slug) =>
    places.some((place) => rowIn(slug, place, lexicon) !== undefined),
  );
  if (slugs.length === 0) return plain;
  const events = fc
    .tuple(fc.constantFrom(...slugs), someShift)
    .map(([slug, shiftDays]): SharedWhen =>
      shiftDays === 0 ? { kind: 'event', slug } : { kind: 'event', slug, shiftDays },
    )
    .filter((since) => firstOf(since, places, lexicon) !== undefined);
  return fc.oneof(plain, events);
}

/** The first day in the data that a shared date means in any of these places. */
function firstOf(
  since: SharedWhen | undefined,
  places: readonly Area[],
  lexicon: Lexicon,
): string | undefined {
  if (since?.kind !== 'event') return since?.date;
  const { firstDay, lastDay } = lexicon.vocabulary;
  return places
    .flatMap((place) => rowIn(since.slug, place, lexicon) ?? [])
    .map(({ date }) => addDays(date, since.shiftDays ?? 0))
    .filter((date) => date >= firstDay && date <= lastDay)
    .toSorted()[0];
}

function flows(vocabulary: Vocabulary): fc.Arbitrary<FlowsAsk> {
  const lexicon = lexiconOf(vocabulary);
  const levels = fc.constantFrom(...new Set(vocabulary.areas.map(({ level }) => level)));
  const ofOne = fc
    .tuple(fc.constantFrom('into' as const, 'outOf' as const), somePlace(vocabulary), levels)
    .map(([way, place, level]) => ({ way, place, level, parts: flowParts(place, level, lexicon) }));
  const none = { way: 'between' as const, place: undefined };
  const cut = levels.map((level) => ({
    ...none,
    level,
    parts: flowParts(undefined, level, lexicon),
  }));
  const listed = fc
    .uniqueArray(somePlace(vocabulary), { minLength: 2, maxLength: 6 })
    .map((group) => ({
      ...none,
      level: undefined,
      parts: countedOnce(group, lexicon).places,
    }));
  const between = fc
    .oneof(cut, listed)
    .filter(({ parts }) => parts.length > 1 && parts.length <= 16);
  return fc
    .oneof(ofOne, between)
    .chain((way) => {
      const places = way.place === undefined ? way.parts : [way.place];
      const when = maybe(someWhen(places, vocabulary));
      return fc.record({
        command: fc.constant('flows' as const),
        way: fc.constant(way.way),
        place: fc.constant(way.place),
        parts: fc.constant(way.parts),
        level: fc.constant(way.level),
        modes: someModes(vocabulary),
        since: when,
        until: when,
        show: someShow,
      });
    })
    .filter(({ since, until }) => {
      const [from, to] = [since?.date ?? vocabulary.firstDay, until?.date ?? vocabulary.lastDay];
      const isWhole = addDays(mondayOf(addDays(from, 6)), 6) <= to;
      return isWhole && areAskable(since?.date, until?.date, vocabulary);
    });
}
