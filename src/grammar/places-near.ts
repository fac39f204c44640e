import type { Area } from '#src/area.ts';
import { begunBy, misspelt } from '#src/grammar/find-place.ts';
import { distinct, type Gazetteer, placesCalled } from '#src/grammar/gazetteer.ts';
import { largestPlaces } from '#src/grammar/largest-places.ts';
import { isCommon, mainWords } from '#src/grammar/main-words.ts';
import { misspellingOf } from '#src/grammar/misspelling.ts';
import { likeInLength } from '#src/grammar/spelling-index.ts';

/**
 * Places worth suggesting when a phrase is no name: at most two edits from the whole of it, or known by the same main word.
 * "North" and the like are no main words: they suggest the largest places whose names begin so.
 */
export function placesNear(phrase: string, gazetteer: Gazetteer): readonly Area[] {
  const one = misspelt(phrase, gazetteer, 1);
  if (one.length > 0 || phrase.length < 4) return one;
  if (isCommon(phrase)) return largestPlaces(begunBy(phrase, gazetteer), gazetteer);
  const own = sharing(mainWords(phrase), 0, gazetteer);
  const close = own.length > 0 || phrase.length < 5 ? own : twoEditsAway(phrase, gazetteer);
  return close.length > 0 ? close : sharing(mainWords(phrase), 1, gazetteer);
}

/** Spellings with the same first letter: people rarely err in it. */
function alike(phrase: string, spellings: Iterable<string>): readonly string[] {
  return [...spellings].filter((spelling) => spelling[0] === phrase[0]);
}

function twoEditsAway(phrase: string, gazetteer: Gazetteer): readonly Area[] {
  const near = misspellingOf(phrase, alike(phrase, likeInLength(phrase, 2, gazetteer.index)), 2);
  return distinct(near.flatMap((spelling) => placesCalled(spelling, gazetteer)));
}

/** The places called by one of these words, or whose first main word is at most so many edits from one. */
function sharing(words: readonly string[], limit: 0 | 1, gazetteer: Gazetteer): readonly Area[] {
  const called = words.flatMap((word) => placesCalled(word, gazetteer));
  if (called.length > 0) return distinct(called);
  const known = Map.groupBy(gazetteer.names, ([name]) => mainWords(name)[0] ?? '');
  const near =
    limit === 0
      ? words.find((word) => known.has(word))
      : words
          .filter(({ length }) => length > 4)
          .flatMap((word) => misspellingOf(word, alike(word, known.keys()), limit))[0];
  return distinct((known.get(near ?? '-') ?? []).flatMap(([, areas]) => areas));
}
