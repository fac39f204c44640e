import type { Area } from '#src/area.ts';
import { distinct, type Gazetteer, placesCalled } from '#src/grammar/gazetteer.ts';
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

/** The place that `phrase` names but for one edit. */
export function findMisspelt(phrase: string, gazetteer: Gazetteer): Found | undefined {
  return oneOf(misspelt(phrase, gazetteer, 1), 'repaired', 'near');
}

/** The place whose name `phrase` begins, word for word, or names but for one edit; both only if they agree. */
export function findLoosely(phrase: string, gazetteer: Gazetteer): Found | undefined {
  const begun = begunBy(phrase, gazetteer);
  const places = distinct([...begun, ...misspelt(phrase, gazetteer, 1)]);
  return oneOf(places, 'repaired', begun.length > 0 ? 'ambiguous' : 'near');
}

function begunBy(phrase: string, { names, aliases, index }: Gazetteer): readonly Area[] {
  if (phrase.length < 3) return [];
  const begun = likeInFirstWord(phrase, index).filter((spelling) =>
    spelling.startsWith(`${phrase} `),
  );
  return distinct(
    begun.flatMap((spelling) => [...(names.get(spelling) ?? []), ...(aliases.get(spelling) ?? [])]),
  );
}

/** Places worth suggesting when nothing else was found: at most two edits away, or sharing a word. */
export function placesNear(phrase: string, gazetteer: Gazetteer): readonly Area[] {
  const close = misspelt(phrase, gazetteer, phrase.length < 5 ? 1 : 2);
  if (close.length > 0 || phrase.length < 4) return close;
  const begun = firstWordsNear(phrase, gazetteer);
  return begun.length > 0 ? begun : sharing(phrase, gazetteer);
}

function misspelt(phrase: string, gazetteer: Gazetteer, limit: number): readonly Area[] {
  if (phrase.length < 3) return [];
  const candidates = likeInLength(phrase, limit, gazetteer.index);
  const spellings = misspellingOf(phrase, candidates, limit);
  return distinct(spellings.flatMap((spelling) => placesCalled(spelling, gazetteer)));
}

function firstWordsNear(phrase: string, { names }: Gazetteer): readonly Area[] {
  const width = phrase.split(' ').length;
  const beginnings = Map.groupBy(names, ([name]) => name.split(' ').slice(0, width).join(' '));
  const near = misspellingOf(phrase, beginnings.keys(), 1);
  return distinct(
    near.flatMap((beginning) => (beginnings.get(beginning) ?? []).flatMap(([, areas]) => areas)),
  );
}

function sharing(phrase: string, { names }: Gazetteer): readonly Area[] {
  return distinct(
    [...names]
      .filter(([name]) => ` ${name} `.includes(` ${phrase} `))
      .flatMap(([, areas]) => areas),
  );
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
