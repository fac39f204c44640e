import { shiftedName } from '#src/grammar/event-shift.ts';
import { misspellingOf } from '#src/grammar/misspelling.ts';
import { longestDate, mayBeginDate, readPeriod } from '#src/grammar/read-period.ts';
import { type Finder, isRepairable, isSmallWord, type Meaning } from '#src/grammar/span.ts';
import { type EventCalled, eventCalled } from '#src/grammar/event-called.ts';
import { fold } from '#src/grammar/words.ts';

/** A date or a period. */
export const date: Finder = ({ phrase, typed, words, isCut }, { vocabulary }) => {
  const [first = ''] = phrase.split(' ', 1);
  if (words > longestDate || isCut || !mayBeginDate(first)) return undefined;
  const found = readPeriod(typed, vocabulary);
  return found && { kind: 'date', found };
};

/** Months that are also ordinary words: dates by themselves only with a capital, past the first word. */
const maybeMonths = new Set(['may', 'march', 'mar']);

/** A date where anything may stand. */
export const sureDate: Finder = (span, lexicon) =>
  maybeMonths.has(span.phrase) && (span.isFirst || !/^\p{Lu}/u.test(span.typed))
    ? undefined
    : date(span, lexicon);

/** An event by its name, its end or its start, or days around it. */
export const event: Finder = ({ phrase, typed, words, isCut }, lexicon) => {
  const called = isCut ? undefined : eventCalled(phrase, lexicon);
  if (called !== undefined) return eventMeant(called, 0);
  if (words < 2 || isCut) return undefined;
  const shifted = shiftedName(typed);
  const known = shifted && eventCalled(fold(shifted.name), lexicon);
  return known && eventMeant(known, shifted?.shiftDays ?? 0);
};

function eventMeant({ slug, isAsNamed, turn }: EventCalled, shiftDays: number): Meaning {
  return { kind: 'event', slug, shiftDays, repaired: !isAsNamed, turn };
}

/** The same with one slip in the name. */
export const misspeltEvent: Finder = (span, { slugs }) => {
  const shifted = shiftedName(span.typed);
  const name = shifted === undefined ? span.phrase : fold(shifted.name);
  const isLong = name.length > 4 && !span.isCut && (isRepairable(span) || shifted !== undefined);
  const [near, another] = isLong ? misspellingOf(name, slugs.keys(), 1) : [];
  const isSure = near !== undefined && another === undefined && keepsSmallWords(name, near);
  const slug = isSure ? slugs.get(near) : undefined;
  return slug === undefined
    ? undefined
    : { kind: 'event', slug, shiftDays: shifted?.shiftDays ?? 0, repaired: true, turn: undefined };
};

/** A small word is no slip: "plan b and" is not "plan b end". */
function keepsSmallWords(typed: string, meant: string): boolean {
  const words = meant.split(' ');
  return typed.split(' ').every((word) => words.includes(word) || !isSmallWord(word));
}
