import type { Instead } from '#src/grammar/instead.ts';
import type { Area } from '#src/area.ts';
import type { TrendAsk, When } from '#src/grammar/ask.ts';
import type { Wish } from '#src/grammar/draft.ts';
import { type EventInPlace, eventInPlace } from '#src/grammar/event-in-place.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { dateWords } from '#src/date-words.ts';
import { listed } from '#src/grammar/listed.ts';
import { refused, type Settled, settled } from '#src/grammar/settled.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import { isInData } from '#src/grammar/is-in-data.ts';
import { suggestionsFor } from '#src/grammar/suggestions.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { addDays, type IsoDate } from '#src/week.ts';
import { notInForce, outsideData, partsOnly, type Refusal, severalDates } from '#src/refusal.ts';

/** Which end of a period a date is. */
export type Edge = 'since' | 'until';

/**
 * Finds the day that was meant, now that the places are known; a day outside the data is refused.
 * An event must have one date in all of `places`.
 */
export function settleWhen(
  wish: Wish | undefined,
  edge: Edge,
  places: readonly Area[],
  lexicon: Lexicon,
  instead?: Instead,
): Settled<When | undefined> {
  const [place] = places;
  if (wish === undefined) return settled(undefined);
  if (wish.kind === 'period') {
    const date = edge === 'since' ? wish.from : wish.to;
    return withinData({ date, event: undefined }, place, lexicon, instead);
  }
  const { slug, shiftDays } = wish;
  const shared = eventInAll(slug, places, lexicon, instead);
  if (shared.kind === 'refused') return shared;
  return withinData(shiftedEvent(shared.value, shiftDays), place, lexicon, instead);
}

/** So many days after an event. */
export function shiftedEvent(event: PolicyEvent, shiftDays: number): When {
  return shiftDays === 0
    ? { date: event.date, event }
    : { date: addDays(event.date, shiftDays), event, shiftDays };
}

function eventInAll(
  slug: string,
  places: readonly Area[],
  lexicon: Lexicon,
  instead?: Instead,
): Settled<PolicyEvent> {
  const { vocabulary, gazetteer } = lexicon;
  const rows: PolicyEvent[] = [];
  for (const place of places) {
    const found = eventInPlace(slug, place, vocabulary.events, gazetteer.areas);
    if (found.kind !== 'here')
      return refused(refuseEvent(slug, found, place, lexicon, { changed: instead?.changed }));
    rows.push(found.event);
  }
  const [row] = rows;
  if (row !== undefined && rows.every(({ date }) => date === row.date)) return settled(row);
  const names = sayPlaces(places, 'and', lexicon);
  const example = instead?.sideBySide?.(slug);
  const found = { kind: 'within', events: rows } as const;
  return refused(refuseEvent(slug, found, places[0], lexicon, { named: names, example }));
}

function withinData(
  when: When,
  place: Area | undefined,
  lexicon: Lexicon,
  instead?: Instead,
): Settled<When> {
  return isInData(when.date, lexicon.vocabulary)
    ? settled(when)
    : refused(outside(when.date, place, lexicon, instead));
}

/** Refuses a day that the data do not hold. */
export function outside(
  date: IsoDate,
  place: Area | undefined,
  lexicon: Lexicon,
  instead?: Instead,
): Refusal {
  const { firstDay, lastDay } = lexicon.vocabulary;
  const example = instead?.undated?.() ?? suggestionsFor(place, lexicon).any;
  return outsideData(dateWords(date), dateWords(firstDay), dateWords(lastDay), example);
}

/** Refuses an event that has no single date in a place. `named`: the place or places in words; `example`: what to try. */
export function refuseEvent(
  slug: string,
  found: Exclude<EventInPlace, { kind: 'here' }>,
  region: Area | undefined,
  lexicon: Lexicon,
  said: {
    readonly named?: string;
    readonly example?: string | undefined;
    readonly changed?: Partial<TrendAsk> | undefined;
  } = {},
): Refusal {
  const { areas } = lexicon.gazetteer;
  const place =
    said.named ?? (region === undefined ? 'all places' : spokenName(region, lexicon.vocabulary));
  const inData =
    found.events.find(({ date }) => isInData(date, lexicon.vocabulary)) ?? found.events[0];
  const here = suggestionsFor(region, lexicon).since(inData?.date ?? '');
  const elsewhere = suggestionsFor(areas.get(inData?.area ?? ''), lexicon);
  const there = said.example ?? elsewhere.event(slug, said.changed)?.example ?? here;
  switch (found.kind) {
    case 'several':
      return severalDates(
        slug,
        place,
        [...new Set(found.events.map(({ date }) => dateWords(date)))],
        here,
      );
    case 'within': {
      const held = [
        ...new Set(
          found.events.map((event) => `${nameOf(event, lexicon)} ${dateWords(event.date)}`),
        ),
      ];
      const isOneDate = new Set(found.events.map(({ date }) => date)).size === 1;
      return isOneDate
        ? partsOnly(slug, place, held, here)
        : severalDates(slug, place, held, there);
    }
    case 'elsewhere':
      return notInForce(
        slug,
        place,
        [...new Set(found.events.map((event) => nameOf(event, lexicon)))],
        there,
      );
    default:
      return found.kind satisfies never;
  }
}

/** A few places by name; more of them are only counted. */
export function sayPlaces(
  places: readonly Area[],
  joint: 'and' | 'or',
  { vocabulary }: Lexicon,
): string {
  const names = places.map((place) => spokenName(place, vocabulary));
  return names.length > 4 ? `these ${names.length} places` : listed(names, joint);
}

function nameOf(event: PolicyEvent, { gazetteer, vocabulary }: Lexicon): string {
  const area = gazetteer.areas.get(event.area);
  return area === undefined ? event.area : spokenName(area, vocabulary);
}
