import type { Tier } from '#src/access/access-config.ts';
import { placesWithin, reachOf } from '#src/access/reach.ts';
import type { Area } from '#src/area.ts';
import { isInData } from '#src/grammar/is-in-data.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { placesBySize } from '#src/grammar/places-by-size.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** What can be picked: places of the tiers, the largest first, and named dates on a day of the data. `levels`: kinds of place that the tiers have. */
export type Offer = {
  readonly places: ReadonlyMap<string, Area>;
  readonly slugs: ReadonlySet<string>;
  readonly levels: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
};

/** What tiers let be picked. No places: the tiers do not fit the data. */
export function findOffer(tiers: readonly Tier[], vocabulary: Vocabulary): Offer {
  const { gazetteer } = lexiconOf(vocabulary);
  const reaches = tiers.map((tier) => reachOf(tier, vocabulary));
  const within = new Set(reaches.flatMap((reach) => placesWithin(reach).map(({ code }) => code)));
  const places = placesBySize(gazetteer.areas).filter(({ code }) => within.has(code));
  return {
    places: new Map(places.map((area) => [area.code, area])),
    slugs: new Set(
      vocabulary.events.filter(({ date }) => isInData(date, vocabulary)).map(({ slug }) => slug),
    ),
    levels: new Set(reaches.flatMap(({ levels }) => [...levels])),
    vocabulary,
  };
}
