import { dateWords } from '#src/date-words.ts';
import type { TrendAsk } from '#src/grammar/ask.ts';
import { eventInPlace } from '#src/grammar/event-in-place.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { dateOfOne } from '#src/grammar/notes.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';

/** Says whose date an event has, in trips between places that do not have it on one day. */
export function sayDateOfEnds(
  { origins, destinations, since, until }: TrendAsk,
  { vocabulary, gazetteer }: Lexicon,
): readonly string[] {
  if (destinations.length === 0) return [];
  const named = [since, until].flatMap((when) => when?.event ?? []);
  return [...new Set(named)].flatMap((event) => {
    const others = origins.flatMap((origin) => {
      const found = eventInPlace(event.slug, origin, vocabulary.events, gazetteer.areas);
      return found.kind === 'elsewhere' ? [] : found.kind === 'here' ? [found.event] : found.events;
    });
    const isShared = others.every(({ date }) => date === event.date);
    const owner = gazetteer.areas.get(event.area);
    return isShared || owner === undefined
      ? []
      : [dateOfOne(event.slug, spokenName(owner, vocabulary), dateWords(event.date))];
  });
}
