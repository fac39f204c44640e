import type { Area } from '#src/area.ts';
import { eventInPlace } from '#src/grammar/event-in-place.ts';
import { isInData } from '#src/grammar/is-in-data.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { PolicyEvent } from '#src/policy-event.ts';

/** The event that most places have, of those that hold in this place and in the data; the latest of them. */
export function usualEvent(area: Area, lexicon: Lexicon): PolicyEvent | undefined {
  const usable = [...lexicon.slugs.values()].flatMap(
    (slug) => usableEvent(slug, area, lexicon) ?? [],
  );
  return mostShared(usable, lexicon.vocabulary);
}

/** The row of an event that holds in a place, if its day is in the data. */
export function usableEvent(
  slug: string,
  area: Area,
  { vocabulary, gazetteer }: Lexicon,
): PolicyEvent | undefined {
  const found = eventInPlace(slug, area, vocabulary.events, gazetteer.areas);
  return found.kind === 'here' && isInData(found.event.date, vocabulary) ? found.event : undefined;
}

/** A place to make examples of: where the usual event holds. Absent only without places. */
export function usualPlace({ vocabulary, gazetteer }: Lexicon): Area | undefined {
  const usable = vocabulary.events.filter(
    (event) => gazetteer.areas.has(event.area) && isInData(event.date, vocabulary),
  );
  const usual = mostShared(usable, vocabulary);
  const first = usable.find(({ slug }) => slug === usual?.slug);
  return first === undefined ? vocabulary.areas[0] : gazetteer.areas.get(first.area);
}

function mostShared(
  events: readonly PolicyEvent[],
  vocabulary: Vocabulary,
): PolicyEvent | undefined {
  const counts = Map.groupBy(vocabulary.events, ({ slug }) => slug);
  const rows = (slug: string) => counts.get(slug)?.length ?? 0;
  return events.toSorted(
    (a, b) => rows(b.slug) - rows(a.slug) || Number(b.date > a.date) - Number(b.date < a.date),
  )[0];
}
