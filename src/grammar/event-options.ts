import { dateWords } from '#src/date-words.ts';
import type { Option } from '#src/grammar/option.ts';
import type { Site } from '#src/grammar/site.ts';
import { usableEvent, usualEvent, usualPlace } from '#src/grammar/usual-event.ts';
import { fold } from '#src/grammar/words.ts';
import type { PolicyEvent } from '#src/policy-event.ts';

/** The events by name: those that hold in the place asked about first, the usual one before the others, then the latest. */
export function eventOptions(site: Site): readonly Option[] {
  const { lexicon } = site;
  const place = site.places[0] ?? usualPlace(lexicon);
  const usual = place && usualEvent(place, lexicon)?.slug;
  const rank = (slug: string) =>
    slug === usual
      ? 2
      : Number(place !== undefined && usableEvent(slug, place, lexicon) !== undefined);
  return [...Map.groupBy(lexicon.vocabulary.events, ({ slug }) => slug)]
    .map(([slug, rows]) => ({ slug, rows, rank: rank(slug), date: rows[0]?.date ?? '' }))
    .toSorted((a, b) => b.rank - a.rank || Number(b.date > a.date) - Number(b.date < a.date))
    .map(({ slug, rows }) => eventOption(slug, rows, site));
}

function eventOption(
  slug: string,
  rows: readonly PolicyEvent[],
  { lexicon, places }: Site,
): Option {
  const { areas } = lexicon.gazetteer;
  const [place] = places;
  const here = place && usableEvent(slug, place, lexicon);
  const said = here === undefined || places.length > 1 ? rows : [here];
  return {
    kind: 'event',
    insert: slug,
    label: slug,
    hint: said
      .map(({ area, date }) => `${areas.get(area)?.name ?? area} ${dateWords(date)}`)
      .join(', '),
    spellings: [slug, ...rows.flatMap(({ clause, label }) => [clause, label])].map(fold),
    places: rows.flatMap(({ area }) => areas.get(area) ?? []),
  };
}
