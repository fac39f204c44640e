import type { Area } from '#src/area.ts';
import type { Problem } from '#src/grammar/draft.ts';
import { placesNear } from '#src/grammar/places-near.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { misspellingOf } from '#src/grammar/misspelling.ts';
import type { PeriodFound } from '#src/grammar/read-period.ts';
import { dateWords } from '#src/date-words.ts';
import { labelPlace, spellPlace } from '#src/grammar/spell-place.ts';
import { fold } from '#src/grammar/words.ts';
import {
  ambiguousPlace,
  misspeltEvent,
  notPast,
  noSuchDay,
  otherEndOf,
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
    const near = known ?? placesNear(fold(typed), lexicon.gazetteer);
    const names = near.map((area) => spellPlace(area, lexicon.gazetteer));
    return unknownPlace(typed, names, exampleOf(near, suggest.place) ?? suggest.any);
  };
}

function exampleOf(areas: readonly Area[], example: (area: Area) => string): string | undefined {
  const [first] = areas;
  return first && example(first);
}

/** The end of an event, or the start of an end, that has no date of its own. */
export function noOtherEnd(typed: string, slug: string, turn: 'end' | 'start'): Problem {
  return (suggest) => otherEndOf(typed, slug, turn, suggest.event(slug)?.example ?? suggest.events);
}

/** Words after since or until that are neither a date nor an event. */
export function noDate(typed: string, lexicon: Lexicon): Problem {
  const { lastDay } = lexicon.vocabulary;
  return (suggest) => {
    const near = slugsNear(typed, lexicon).flatMap((slug) => suggest.event(slug) ?? [])[0];
    const held = near ?? (saysEnd(typed) ? suggest.endings[0] : undefined);
    return held === undefined
      ? unknownDate(typed, { iso: lastDay, said: dateWords(lastDay) }, suggest.events)
      : misspeltEvent(typed, held.slug, held.example);
  };
}

/** Whether words speak of the end of something. */
function saysEnd(typed: string): boolean {
  return /\b(?:end|ends|ended|ending|finish\w*|stop\w*|lift(?:ed|s|ing)?|eas(?:ed|ing)|over)\b/i.test(
    typed,
  );
}

/** The events at most two edits away, then those that start with the same word. */
export function slugsNear(typed: string, { slugs }: Lexicon): readonly string[] {
  const phrase = fold(typed);
  const [word = ''] = phrase.split(' ');
  const begun = [...slugs.keys()].filter((slug) => slug.startsWith(`${word} `));
  const near = [...misspellingOf(phrase, slugs.keys(), 2), ...(word.length < 4 ? [] : begun)];
  return near.flatMap((slug) => slugs.get(slug) ?? []);
}

/** A date that cannot be read with certainty. */
export function badDate(
  typed: string,
  found: Exclude<PeriodFound, { kind: 'period' }>,
  { vocabulary }: Lexicon,
): Problem {
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
    case 'noMonth':
      return (suggest) =>
        yearNeeded(
          typed,
          found.candidates.map(({ from }) => monthWords(from)),
          suggest.since(found.candidates.at(-1)?.from ?? ''),
        );
    case 'notPast':
      return (suggest) => notPast(typed, dateWords(vocabulary.lastDay), suggest.lastWeek);
    default:
      return found satisfies never;
  }
}

/** "January 2022" */
function monthWords(date: string): string {
  return dateWords(date).replace(/^\d+ /, '');
}

function impossible(
  typed: string,
  { said, swapped }: Extract<PeriodFound, { kind: 'impossible' }>,
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
