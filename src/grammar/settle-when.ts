import type { Area } from '#src/area.ts';
import type { When } from '#src/grammar/ask.ts';
import type { Wish } from '#src/grammar/draft.ts';
import { type EventInPlace, eventInPlace } from '#src/grammar/event-in-place.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { dateWords } from '#src/date-words.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import { isInData, suggestionsFor } from '#src/grammar/suggestions.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { notInForce, outsideData, partsOnly, type Refusal, severalDates } from '#src/refusal.ts';

/** A value, or the refusal that stands in its place. */
export type Settled<T> =
  | { readonly kind: 'settled'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Finds the day that was meant, now that the place is known; a day outside the data is refused. */
export function settleWhen(
  wish: Wish | undefined,
  region: Area,
  lexicon: Lexicon,
): Settled<When | undefined> {
  if (wish === undefined) return { kind: 'settled', value: undefined };
  if (wish.kind === 'date')
    return withinData({ date: wish.date, event: undefined }, region, lexicon);
  const { vocabulary, gazetteer } = lexicon;
  const found = eventInPlace(wish.slug, region, vocabulary.events, gazetteer.areas);
  if (found.kind === 'here')
    return withinData({ date: found.event.date, event: found.event }, region, lexicon);
  return { kind: 'refused', refusal: refuseEvent(wish.slug, found, region, lexicon) };
}

function withinData(when: When, region: Area, lexicon: Lexicon): Settled<When> {
  const { vocabulary } = lexicon;
  if (isInData(when.date, vocabulary)) return { kind: 'settled', value: when };
  const [date, first, last] = [when.date, vocabulary.firstDay, vocabulary.lastDay].map(dateWords);
  return {
    kind: 'refused',
    refusal: outsideData(`${date}`, `${first}`, `${last}`, suggestionsFor(region, lexicon).any),
  };
}

function refuseEvent(
  slug: string,
  found: Exclude<EventInPlace, { kind: 'here' }>,
  region: Area,
  lexicon: Lexicon,
): Refusal {
  const { areas } = lexicon.gazetteer;
  const place = spokenName(region, lexicon.vocabulary);
  const inData =
    found.events.find(({ date }) => isInData(date, lexicon.vocabulary)) ?? found.events[0];
  const here = suggestionsFor(region, lexicon).since(inData?.date ?? '');
  const there = suggestionsFor(areas.get(inData?.area ?? ''), lexicon).event(slug)?.example ?? here;
  switch (found.kind) {
    case 'several':
      return severalDates(
        slug,
        place,
        [...new Set(found.events.map(({ date }) => dateWords(date)))],
        here,
      );
    case 'within': {
      const held = found.events.map(
        (event) => `${nameOf(event, lexicon)} ${dateWords(event.date)}`,
      );
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

function nameOf(event: PolicyEvent, { gazetteer, vocabulary }: Lexicon): string {
  const area = gazetteer.areas.get(event.area);
  return area === undefined ? event.area : spokenName(area, vocabulary);
}
