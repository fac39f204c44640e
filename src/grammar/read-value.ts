import { puzzling } from '#src/grammar/expect.ts';
import type { Key } from '#src/grammar/keys.ts';
import { endOfQuote, typedOf } from '#src/grammar/passage.ts';
import { noValue } from '#src/grammar/no-value.ts';
import { readBetween } from '#src/grammar/read-between.ts';
import { readBreakdown } from '#src/grammar/read-breakdown.ts';
import { readMeasure } from '#src/grammar/read-measure.ts';
import { readMode } from '#src/grammar/read-mode.ts';
import { readPlace } from '#src/grammar/read-place.ts';
import { readShow } from '#src/grammar/read-show.ts';
import { readVersus } from '#src/grammar/read-versus.ts';
import { readWhen } from '#src/grammar/read-when.ts';
import type { Reader } from '#src/grammar/take.ts';
import { emptyValue } from '#src/refusal.ts';

/**
 * Reads what a key, or a word that stands for one, asks for: the longest name or date from `at`. Returns where it ends.
 * What cannot be read becomes a problem, never silence. What stands in quotation marks is one value, all of it.
 */
export function readValue(key: Key, at: number, reader: Reader): number {
  const { words } = reader.passage;
  if (at >= words.length) {
    reader.draft.problems.push((suggest) => emptyValue(key, suggest.any));
    return at;
  }
  const to = readOne(key, at, reader) ?? refuseValue(key, at, reader);
  const end = endOfQuote(reader.passage, at);
  if (end === undefined || to >= end) return to;
  if (reader.draft.problems.length === 0) refuseQuoted(key, at, end, reader);
  return end;
}

function readOne(key: Key, at: number, reader: Reader): number | undefined {
  switch (key) {
    case 'region':
    case 'origin':
    case 'destination':
      return readPlace(key, at, reader);
    case 'since':
    case 'until':
      return readWhen(key, at, reader);
    case 'between':
      return readBetween(at, reader);
    case 'mode':
      return readMode(at, reader);
    case 'by':
      return readBreakdown(at, reader);
    case 'vs':
      return readVersus(at, reader);
    case 'show':
      return readShow(at, reader);
    case 'measure':
      return readMeasure(at, reader);
    default:
      return key satisfies never;
  }
}

function refuseQuoted(key: Key, from: number, to: number, reader: Reader): void {
  reader.draft.problems.push(noValue(key, typedOf(reader.passage, from, to), reader.lexicon));
}

/** Refuses the words from `at` as a value of `key`; returns where they end. */
export function refuseValue(key: Key, at: number, reader: Reader): number {
  const { typed, to } = puzzling(at, reader);
  reader.draft.problems.push(noValue(key, typed, reader.lexicon));
  return to;
}
