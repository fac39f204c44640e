import { puzzling } from '#src/grammar/expect.ts';
import type { Key } from '#src/grammar/keys.ts';
import { gapBefore, typedOf } from '#src/grammar/passage.ts';
import { noValue } from '#src/grammar/no-value.ts';
import { noDate, noPlace } from '#src/grammar/problems.ts';
import type { Before, Reader, Step } from '#src/grammar/take.ts';

/** Months and days of the week that are also ordinary words: dates only with a capital, past the first word. */
const maybeDates = new Set([
  'may',
  'march',
  'mar',
  'mon',
  'tue',
  'tues',
  'wed',
  'thu',
  'thur',
  'thurs',
  'fri',
  'sat',
  'sun',
]);

const placeKeys = new Set<Key | undefined>(['region', 'origin', 'destination', 'vs', 'between']);

/** Reads a word that means nothing: refused where it looks like part of a place or a date, otherwise kept to be reported. */
export function readUnknown(at: number, before: Before, reader: Reader): Step {
  if (before?.keyed !== true && looksLikeDate(at, reader)) return refuseDate(at, reader);
  const isPart =
    before?.keyed === true || (placeKeys.has(before?.key) && continuesName(at, reader));
  return before !== undefined && isPart ? refusePart(at, before, reader) : keep(at, reader);
}

/** Refuses a value together with the word after it, which may be a part of it. */
function refusePart(at: number, { key, from }: NonNullable<Before>, reader: Reader): Step {
  const typed = typedOf(reader.passage, from, at + 1);
  reader.draft.problems.push(noValue(key, typed, reader.lexicon));
  return { to: at + 1, before: undefined };
}

function refuseDate(at: number, reader: Reader): Step {
  const { typed, to } = puzzling(at, reader);
  reader.draft.problems.push(noDate(typed, reader.lexicon));
  return { to, before: undefined };
}

function keep(at: number, { draft, passage }: Reader): Step {
  const last = draft.unknown.at(-1);
  const isNext = last?.passage === passage && last.to === at;
  if (isNext) draft.unknown.pop();
  draft.unknown.push({ passage, from: isNext ? last.from : at, to: at + 1 });
  return { to: at + 1, before: undefined };
}

function looksLikeDate(at: number, { passage }: Reader): boolean {
  const typed = typedOf(passage, at, at + 1);
  return (
    /^\d/.test(typed) ||
    (at > 0 && isCapital(typed) && maybeDates.has(passage.words[at]?.folded ?? ''))
  );
}

/** A capital or a comma after a place: "London Colney", "London, Paris". */
function continuesName(at: number, { passage }: Reader): boolean {
  return isCapital(typedOf(passage, at, at + 1)) || /[,;/+]/.test(gapBefore(passage, at));
}

/** Refuses a place right after an unknown word with a capital, which may be the first part of its name. */
export function refuseUnknownBefore(
  at: number,
  to: number,
  { draft, lexicon, passage }: Reader,
): void {
  const last = draft.unknown.at(-1);
  if (last?.passage !== passage || last.to !== at || !isCapital(typedOf(passage, at - 1, at)))
    return;
  draft.problems.push(noPlace(typedOf(passage, at - 1, to), lexicon));
}

function isCapital(typed: string): boolean {
  return /^\p{Lu}/u.test(typed);
}
