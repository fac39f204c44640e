import type { Area } from '#src/area.ts';
import { distinct, type Gazetteer, placesCalled, placesWrittenAs } from '#src/grammar/gazetteer.ts';
import { largestPlaces } from '#src/grammar/largest-places.ts';
import { isCommon } from '#src/grammar/main-words.ts';
import { misspellingOf } from '#src/grammar/misspelling.ts';
import { likeInFirstWord, likeInLength } from '#src/grammar/spelling-index.ts';

/** What a phrase says of a place. `repaired`: one place, by the first words of its name or after one edit. `near`: only a guess. */
export type Found =
  | { readonly kind: 'exact' | 'repaired'; readonly area: Area }
  | { readonly kind: 'ambiguous' | 'near'; readonly areas: readonly Area[] };

/** The place named exactly by a folded phrase. */
export function findExactly(phrase: string, gazetteer: Gazetteer): Found | undefined {
  return oneOf(placesCalled(phrase, gazetteer), 'exact', 'ambiguous');
}

/** The place named exactly by a folded phrase that looks like a list. */
export function findListLike(phrase: string, gazetteer: Gazetteer): Found | undefined {
  return oneOf(placesWrittenAs(phrase, gazetteer), 'exact', 'ambiguous');
}

/** The place that `phrase` names but for one edit. */
export function findMisspelt(phrase: string, gazetteer: Gazetteer): Found | undefined {
  return oneOf(misspelt(phrase, gazetteer, 1), 'repaired', 'near');
}

/** The place whose name `phrase` begins, word for word, or names but for one edit; both only if they agree. */
export function findLoosely(phrase: string, gazetteer: Gazetteer): Found | undefined {
  const all = begunBy(phrase, gazetteer);
  const begun = isCommon(phrase) ? largestPlaces(all, gazetteer) : all;
  const places = distinct([...begun, ...misspelt(phrase, gazetteer, 1)]);
  // "County" may be the beginning of a name that we do not know.
  if (isCommon(phrase) && places.length < 2) return undefined;
  return oneOf(places, 'repaired', begun.length > 0 ? 'ambiguous' : 'near');
}

/** The places whose name or nickname begins with these words. A nation's adjective begins only other names: "Scottish" is not the Borders. */
export function begunBy(phrase: string, { names, aliases, index }: Gazetteer): readonly Area[] {
  if (phrase.length < 3 || phrase.endsWith('ish')) return [];
  const begun = likeInFirstWord(phrase, index).filter((spelling) =>
    spelling.startsWith(`${phrase} `),
  );
  return distinct(
    begun.flatMap((spelling) => [...(names.get(spelling) ?? []), ...(aliases.get(spelling) ?? [])]),
  );
}

/** The places whose name or nickname is at most so many edits from a phrase; the nearest only. */
export function misspelt(phrase: string, gazetteer: Gazetteer, limit: number): readonly Area[] {
  if (phrase.length < 3) return [];
  const candidates = likeInLength(phrase, limit, gazetteer.index);
  const spellings = misspellingOf(phrase, candidates, limit);
  return distinct(spellings.flatMap((spelling) => placesCalled(spelling, gazetteer)));
}

function oneOf(
  areas: readonly Area[],
  one: 'exact' | 'repaired',
  many: 'ambiguous' | 'near',
): Found | undefined {
  const [area] = areas;
  if (area === undefined) return undefined;
  return areas.length === 1 ? { kind: one, area } : { kind: many, areas };
}
