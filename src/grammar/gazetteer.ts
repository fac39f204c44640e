import type { Area } from '#src/area.ts';
import { ancestorsOf } from '#src/grammar/ancestors.ts';
import { onePerCode } from '#src/grammar/one-per-code.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import {
  indexSpellings,
  likeInFirstWord,
  type SpellingIndex,
} from '#src/grammar/spelling-index.ts';
import { fold } from '#src/grammar/words.ts';

type Spellings = ReadonlyMap<string, readonly Area[]>;

/** `near`: its level, its code and the place around it; `far`: the larger ones around that. */
type Marks = { readonly near: ReadonlySet<string>; readonly far: ReadonlySet<string> };

/** Every place by its folded spellings. Levels that share a code are one place: the first listed. */
export type Gazetteer = {
  readonly areas: ReadonlyMap<string, Area>;
  readonly names: Spellings;
  readonly aliases: Spellings;
  readonly codes: Spellings;
  /** What may follow a name to tell a place from its namesakes, folded. */
  readonly marks: ReadonlyMap<Area, Marks>;
  /** Names and aliases. */
  readonly index: SpellingIndex;
};

/** Makes the gazetteer of a vocabulary. */
export function makeGazetteer(vocabulary: Vocabulary): Gazetteer {
  const places = onePerCode(vocabulary.areas);
  const areas = new Map(places.map((area) => [area.code, area]));
  const aliases = vocabulary.aliases.flatMap(({ alias, code }) => {
    const area = areas.get(code);
    return area === undefined ? [] : [{ spelling: alias, area }];
  });
  const names = spelled(places.map((area) => ({ spelling: area.name, area })));
  const nicknames = spelled(aliases);
  const codes = spelled(places.map((area) => ({ spelling: area.code, area })));
  const index = indexSpellings([...names.keys(), ...nicknames.keys()]);
  const marks = new Map(places.map((area) => [area, marksOf(area, areas)]));
  return { areas, names, aliases: nicknames, codes, marks, index };
}

function marksOf(area: Area, areas: ReadonlyMap<string, Area>): Marks {
  const above = ancestorsOf(area, areas).map(({ name }) => fold(name));
  const near = [fold(area.level), fold(area.code), ...above.slice(0, 1)];
  return { near: new Set(near), far: new Set(above) };
}

function spelled(
  entries: readonly { readonly spelling: string; readonly area: Area }[],
): Spellings {
  const groups = Map.groupBy(entries, ({ spelling }) => fold(spelling));
  return new Map(
    [...groups].map(([folded, group]) => [folded, distinct(group.map(({ area }) => area))]),
  );
}

/**
 * The places that `phrase` (folded) names exactly: by name, alias or code, with or without what they are part of
 * ("newcastle upon tyne north east"). More than one: ambiguous.
 */
export function placesCalled(phrase: string, gazetteer: Gazetteer): readonly Area[] {
  const whole = calledWhole(phrase, gazetteer);
  return whole.length > 0 ? whole : calledWithin(phrase, gazetteer);
}

/**
 * The places that a phrase names whole, though it looks like a list ("a,b" or "a+b"): only a name written with a comma or a plus does.
 */
export function placesWrittenAs(phrase: string, gazetteer: Gazetteer): readonly Area[] {
  return calledWhole(phrase, gazetteer).filter((area) => /[,;+]/.test(area.name));
}

function calledWhole(phrase: string, { names, aliases, codes }: Gazetteer): readonly Area[] {
  const official = [...(names.get(phrase) ?? []), ...(codes.get(phrase) ?? [])];
  const informal = aliases.get(phrase) ?? [];
  const rivals =
    official.length === 0 && informal.length > 0 && phrase.length > 3
      ? startingWith(phrase, names)
      : [];
  return distinct([...official, ...informal, ...rivals]);
}

/** A nickname of one place that is also how other names begin may mean either. */
function startingWith(phrase: string, names: Spellings): readonly Area[] {
  return [...names].filter(([name]) => name.startsWith(phrase)).flatMap(([, areas]) => areas);
}

function calledWithin(phrase: string, gazetteer: Gazetteer): readonly Area[] {
  const words = phrase.split(' ');
  const [first = ''] = words;
  if (likeInFirstWord(first, gazetteer.index).length === 0 && !gazetteer.codes.has(first))
    return [];
  for (let k = words.length - 1; k > 0; k -= 1) {
    const called = calledWhole(words.slice(0, k).join(' '), gazetteer);
    const found = called.length > 0 ? told(called, words.slice(k).join(' '), gazetteer) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** Those that `tail` tells from their namesakes: by level, code or the place around them, else by a larger one. */
function told(called: readonly Area[], tail: string, { marks }: Gazetteer): readonly Area[] {
  const narrowly = called.filter((area) => marks.get(area)?.near.has(tail));
  return narrowly.length > 0 ? narrowly : called.filter((area) => marks.get(area)?.far.has(tail));
}

/** Each area once, in the order of the first. */
export function distinct(areas: readonly Area[]): readonly Area[] {
  return [...new Set(areas)];
}
