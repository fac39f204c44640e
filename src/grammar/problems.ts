import type { Area } from '#src/area.ts';
import type { Problem } from '#src/grammar/draft.ts';
import { placesNear } from '#src/grammar/find-place.ts';
import type { Key } from '#src/grammar/keys.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { misspellingOf } from '#src/grammar/misspelling.ts';
import type { DateFound } from '#src/grammar/read-date.ts';
import { dateWords } from '#src/date-words.ts';
import { labelPlace, spellPlace } from '#src/grammar/spell-place.ts';
import { fold } from '#src/grammar/words.ts';
import {
  ambiguousPlace,
  misspeltEvent,
  noSuchDay,
  notADate,
  shortYear,
  unknownDate,
  unknownMode,
  unknownPlace,
  yearNeeded,
} from '#src/refusal.ts';

/** A place name that may mean any of several places. */
export function manyPlaces(typed: string, areas: readonly Area[], { gazetteer }: Lexicon): Problem {
  return (suggest) => {
    const labels = areas.map((area) => labelPlace(area, gazetteer));
    return ambiguousPlace(typed, labels, exampleOf(areas, suggest.place) ?? suggest.any);
  };
}

/** A place name that we do not know, with the places it may be meant for. */
export function noPlace(typed: string, lexicon: Lexicon, known?: readonly Area[]): Problem {
  return (suggest) => {
    const near = known ?? nearest(typed, lexicon);
    const names = near.map((area) => spellPlace(area, lexicon.gazetteer));
    return unknownPlace(typed, names, exampleOf(near, suggest.place) ?? suggest.any);
  };
}

/** The places near the whole phrase, or near its first or last words. */
function nearest(typed: string, { gazetteer }: Lexicon): readonly Area[] {
  const words = fold(typed).split(' ');
  const beginnings = words.map((_, i) => words.slice(0, words.length - i).join(' '));
  const ends = words.slice(1).map((_, i) => words.slice(i + 1).join(' '));
  const near = [...beginnings, ...ends].map((phrase) => placesNear(phrase, gazetteer));
  return near.find((areas) => areas.length > 0) ?? [];
}

function exampleOf(areas: readonly Area[], example: (area: Area) => string): string | undefined {
  const [first] = areas;
  return first && example(first);
}

/** Words after since or until that are neither a date nor an event. */
export function noDate(typed: string, lexicon: Lexicon): Problem {
  const { lastDay } = lexicon.vocabulary;
  return (suggest) => {
    const held = slugsNear(typed, lexicon).flatMap((slug) => suggest.event(slug) ?? [])[0];
    return held === undefined
      ? unknownDate(typed, { iso: lastDay, said: dateWords(lastDay) }, suggest.events)
      : misspeltEvent(typed, held.slug, held.example);
  };
}

/** The events at most two edits away, then those that start with the same word. */
function slugsNear(typed: string, { slugs }: Lexicon): readonly string[] {
  const phrase = fold(typed);
  const [word = ''] = phrase.split(' ');
  const begun = [...slugs.keys()].filter((slug) => slug.startsWith(`${word} `));
  const near = [...misspellingOf(phrase, slugs.keys(), 2), ...(word.length < 4 ? [] : begun)];
  return near.flatMap((slug) => slugs.get(slug) ?? []);
}

/** A date that cannot be read with certainty. */
export function badDate(typed: string, found: Exclude<DateFound, { kind: 'date' }>): Problem {
  switch (found.kind) {
    case 'impossible':
      return impossible(typed, found);
    case 'shortYear':
      return (suggest) => shortYear(typed, dateWords(found.date), suggest.since(found.date));
    case 'noYear':
      return (suggest) =>
        yearNeeded(
          typed,
          found.candidates.map(dateWords),
          suggest.since(found.candidates.at(-1) ?? ''),
        );
    default:
      return found satisfies never;
  }
}

function impossible(
  typed: string,
  { said, swapped }: Extract<DateFound, { kind: 'impossible' }>,
): Problem {
  if (said !== undefined) return (suggest) => noSuchDay(said, suggest.any);
  return (suggest) =>
    notADate(
      typed,
      swapped && dateWords(swapped),
      swapped === undefined ? suggest.any : suggest.since(swapped),
    );
}

/** A kind of transport that the release does not have. */
export function noMode(typed: string, { vocabulary }: Lexicon): Problem {
  const modes = vocabulary.modes.map(({ value, label }) =>
    fold(label) === fold(value) ? value : `${value} (${label})`,
  );
  return (suggest) => unknownMode(typed, modes, suggest.any);
}

/** Words that cannot be what a key asks for. */
export function noValue(key: Key, typed: string, lexicon: Lexicon): Problem {
  switch (key) {
    case 'region':
      return noPlace(typed, lexicon);
    case 'since':
    case 'until':
      return noDate(typed, lexicon);
    case 'mode':
      return noMode(typed, lexicon);
    default:
      return key satisfies never;
  }
}
