import type { Candidate } from '#src/grammar/candidate.ts';
import { bestFirst, closenessOf, type Measure } from '#src/grammar/closeness.ts';
import { type Fit, fitOf } from '#src/grammar/fit.ts';
import { goingOn } from '#src/grammar/going-on.ts';
import { type Key, keys } from '#src/grammar/keys.ts';
import { type Option, rankOptions } from '#src/grammar/option.ts';
import { phraseTyped } from '#src/grammar/phrase-typed.ts';
import type { Site } from '#src/grammar/site.ts';
import { valueOptions } from '#src/grammar/value-options.ts';

/** A key that fits, by one of its values. */
type Fitting = { readonly option: Option; readonly fit: Fit; readonly isOfPlaces: boolean };

/** Of each kind of value so many are tried: places and events are many and alike. */
const mostTried = { place: 2, event: 2, date: 2, level: 4, mode: 2, word: 4 } as const;

/**
 * The keys without a value that begin as typed and that the question takes: those first that it takes without a guess, then those for
 * places beside the ones that it names, and last those that change nothing. Before a letter is typed, none of two that ask the same.
 */
export function keysAt(site: Site, measure: Measure): readonly Candidate[] {
  const { typed } = site.stretch;
  const options = keys.filter((key) => !site.keys.has(key)).map(keyOption);
  const chosen = bestFirst(rankOptions(options, typed, measure));
  const fitting = bestFirst(
    chosen.flatMap(({ key }) => {
      const found = fittingKey(key, site);
      return found === undefined ? [] : [{ found, rank: rankOf(found, site) }];
    }),
  );
  const shown = typed.phrase === '' ? unlike(fitting) : fitting;
  return shown.map(({ option }) => ({ site, option, fit: () => ({ tail: '' }) }));
}

function rankOf({ fit, isOfPlaces }: Fitting, { rest, isPlaced }: Site): number {
  if (fit.asked === rest?.asked) return 3;
  return isOfPlaces && isPlaced ? 2 : Number(!fit.isPlain);
}

function unlike(fitting: readonly Fitting[]): readonly Fitting[] {
  const byAsked = new Map(fitting.toReversed().map((one) => [one.fit.asked, one]));
  return fitting.filter((one) => byAsked.get(one.fit.asked) === one);
}

/** The value that stands after the caret. */
const valueThere: Option = { kind: 'word', insert: '', label: '', hint: undefined, spellings: [] };

function keyOption(key: Key): Option & { readonly key: Key } {
  const insert = `${key}:`;
  return { kind: 'word', key, insert, label: insert, hint: undefined, spellings: [key] };
}

/** A key fits where its value does, or without one any of a few: if possible one that changes the question. */
function fittingKey(key: Key, site: Site): Fitting | undefined {
  const { after } = site.around;
  if (after !== '' && !/^\s/u.test(after)) return fittingValue(key, valueThere, site);
  let idle: Fitting | undefined;
  for (const value of someValues(key, site)) {
    const found = fittingValue(key, value, site);
    if (found !== undefined && found.fit.asked !== site.rest?.asked) return found;
    idle ??= found;
  }
  return idle;
}

function fittingValue(key: Key, value: Option, site: Site): Fitting | undefined {
  const insert = `${key}:${value.insert}`;
  const fit = fitOf(insert, site.around, goingOn(value, key, site), site.lexicon);
  const hint = value.label === '' ? undefined : `such as ${value.label}`;
  return (
    fit && {
      option: { ...keyOption(key), hint },
      fit,
      isOfPlaces: value.kind === 'place' || value.kind === 'level',
    }
  );
}

/** A few values of a key: the first of each kind. */
function someValues(key: Key, site: Site): readonly Option[] {
  const all = valueOptions(key, phraseTyped(''), closenessOf, site);
  return [...Map.groupBy(all, ({ kind }) => kind)].flatMap(([kind, options]) =>
    options.slice(0, mostTried[kind]),
  );
}
