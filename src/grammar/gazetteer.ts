import type { Area } from '#src/area.ts';
import { ancestorsOf } from '#src/grammar/ancestors.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import {
  indexSpellings,
  likeInFirstWord,
  type SpellingIndex,
} from '#src/grammar/spelling-index.ts';
import { fold } from '#src/grammar/words.ts';

type Spellings = ReadonlyMap<string, readonly Area[]>;

/** Every place by its folded spellings. Levels that share a code are one place: the first listed. */
export type Gazetteer = {
  readonly areas: ReadonlyMap<string, Area>;
  readonly names: Spellings;
  readonly aliases: Spellings;
  readonly codes: Spellings;
  /** Names and aliases. */
  readonly index: SpellingIndex;
};

export function makeGazetteer(vocabulary: Vocabulary): Gazetteer {
  const areas = new Map(vocabulary.areas.toReversed().map((area) => [area.code, area]));
  const places = vocabulary.areas.filter((area) => areas.get(area.code) === area);
  const aliases = vocabulary.aliases.flatMap(({ alias, code }) => {
    const area = areas.get(code);
    return area === undefined ? [] : [{ spelling: alias, area }];
  });
  const names = spelled(places.map((area) => ({ spelling: area.name, area })));
  const nicknames = spelled(aliases);
  const codes = spelled(places.map((area) => ({ spelling: area.code, area })));
  const index = indexSpellings([...names.keys(), ...nicknames.keys()]);
  return { areas, names, aliases: nicknames, codes, index };
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
function told(called: readonly Area[], tail: string, { areas }: Gazetteer): readonly Area[] {
  const narrowly = called.filter(({ level, code, parent = '' }) =>
    [level, code, areas.get(parent)?.name ?? ''].some((word) => fold(word) === tail),
  );
  if (narrowly.length > 0) return narrowly;
  return called.filter((area) => ancestorsOf(area, areas).some(({ name }) => fold(name) === tail));
}

export function distinct(areas: readonly Area[]): readonly Area[] {
  return [...new Set(areas)];
}
