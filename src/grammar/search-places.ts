import type { Area } from '#src/area.ts';
import {
  bestFirst,
  closenessOf,
  distanceOf,
  type Measure,
  ranked,
  type Ranked,
} from '#src/grammar/closeness.ts';
import { distinct, type Gazetteer, placesCalled } from '#src/grammar/gazetteer.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { type PhraseTyped, phraseTyped } from '#src/grammar/phrase-typed.ts';
import { placesBySize } from '#src/grammar/places-by-size.ts';
import { placesNear } from '#src/grammar/places-near.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** A place with everything that it may be found by, folded. */
type Sought = {
  readonly area: Area;
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  readonly codes: readonly string[];
};

const known = new WeakMap<Gazetteer, readonly Sought[]>();

/** Of two spellings that are as near, the name or code goes before the alias. */
const informally = 0.5;

/**
 * At most `limit` places for what is typed of a name, alias or code, best first: those that are called so, those that begin so,
 * those of which a later word does, and if there is none of them those that are spelt alike. Larger places go before smaller ones;
 * without any word the largest are given.
 */
export function searchPlaces(
  query: string,
  vocabulary: Vocabulary,
  limit: number,
): readonly Area[] {
  const { gazetteer } = lexiconOf(vocabulary);
  const typed = phraseTyped(query.trimEnd());
  const called = typed.phrase === '' ? [] : placesCalled(typed.phrase, gazetteer);
  const begun = distinct([...called, ...bestFirst(rankPlaces(typed, closenessOf, gazetteer))]);
  if (begun.length > 0) return begun.slice(0, limit);
  const near = placesNear(typed.phrase, gazetteer);
  const alike = bestFirst(rankPlaces(typed, distanceOf, gazetteer));
  return distinct([...near, ...alike]).slice(0, limit);
}

/** The places that `measure` finds by any of their spellings, larger ones first; all of them where nothing is typed. */
export function rankPlaces(
  typed: PhraseTyped,
  measure: Measure,
  gazetteer: Gazetteer,
): readonly Ranked<Area>[] {
  return soughtIn(gazetteer).flatMap(({ area, names, aliases, codes }) =>
    typed.phrase === ''
      ? ranked(area, [0])
      : ranked(area, [
          ...names.map((spelling) => measure(spelling, typed)),
          ...aliases.map((spelling) => plus(measure(spelling, typed), informally)),
          ...codes.filter((code) => mayBeCode(code, typed)).map((code) => measure(code, typed)),
        ]),
  );
}

/** A letter begins too many codes to mean one. */
function mayBeCode(code: string, { phrase }: PhraseTyped): boolean {
  return code === phrase || /\p{N}/u.test(phrase);
}

function plus(rank: number | undefined, more: number): number | undefined {
  return rank === undefined ? undefined : rank + more;
}

function soughtIn(gazetteer: Gazetteer): readonly Sought[] {
  const sought = known.get(gazetteer) ?? makeSought(gazetteer);
  known.set(gazetteer, sought);
  return sought;
}

function makeSought(gazetteer: Gazetteer): readonly Sought[] {
  const [names, aliases, codes] = [gazetteer.names, gazetteer.aliases, gazetteer.codes].map(byArea);
  return placesBySize(gazetteer.areas).map((area) => ({
    area,
    names: names?.get(area) ?? [],
    aliases: aliases?.get(area) ?? [],
    codes: codes?.get(area) ?? [],
  }));
}

function byArea(spellings: Gazetteer['names']): ReadonlyMap<Area, readonly string[]> {
  const pairs = [...spellings].flatMap(([spelling, areas]) =>
    areas.map((area) => ({ area, spelling })),
  );
  return new Map(
    [...Map.groupBy(pairs, ({ area }) => area)].map(([area, own]) => [
      area,
      own.map(({ spelling }) => spelling),
    ]),
  );
}
