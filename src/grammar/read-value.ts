import { roleOf } from '#src/grammar/connecting-words.ts';
import type { Key } from '#src/grammar/keys.ts';
import { phraseOf, typedOf } from '#src/grammar/passage.ts';
import { noValue } from '#src/grammar/problems.ts';
import { expect, puzzling, type Reader, takeMode, takePlace, takeWhen } from '#src/grammar/take.ts';
import { emptyValue, notYet } from '#src/refusal.ts';

/**
 * Reads what a key, or a word that stands for one, asks for: the longest name or date from `at`. Returns where it ends.
 * What cannot be read becomes a problem, never silence.
 */
export function readValue(key: Key, at: number, reader: Reader): number {
  const { words } = reader.passage;
  if (at >= words.length) {
    reader.draft.problems.push((suggest) => emptyValue(key, suggest.any));
    return at;
  }
  if (key === 'region' && isEverything(at, reader)) return refuseSeveral(at, reader);
  const to =
    key === 'region'
      ? readPlace(at, reader)
      : key === 'mode'
        ? readMode(at, reader)
        : readWhen(key, at, reader);
  return to ?? refuseValue(key, at, reader);
}

/** Reads a place from `at`, if one stands there. */
export function readPlace(at: number, reader: Reader): number | undefined {
  const hit = expect('place', at, reader);
  if (hit?.spotted.kind !== 'place') return undefined;
  const to = hit.from + hit.spotted.length;
  takePlace(hit.spotted.found, typedOf(reader.passage, hit.from, to), reader);
  return to;
}

/** Reads a date or an event from `at`, if one stands there. */
export function readWhen(slot: 'since' | 'until', at: number, reader: Reader): number | undefined {
  const hit = expect('when', at, reader);
  if (hit?.spotted.kind !== 'date' && hit?.spotted.kind !== 'event') return undefined;
  const to = hit.from + hit.spotted.length;
  takeWhen(slot, hit.spotted, typedOf(reader.passage, hit.from, to), reader);
  return to;
}

/** Reads a kind of transport from `at`, if one stands there. */
function readMode(at: number, reader: Reader): number | undefined {
  const hit = expect('mode', at, reader);
  if (hit?.spotted.kind !== 'mode') return undefined;
  const to = hit.from + hit.spotted.length;
  takeMode(hit.spotted, typedOf(reader.passage, hit.from, to), reader);
  return to;
}

/** Refuses the words from `at` as a value of `key`; returns where they end. */
export function refuseValue(key: Key, at: number, reader: Reader): number {
  const { typed, to } = puzzling(at, reader);
  reader.draft.problems.push(noValue(key, typed, reader.lexicon));
  return to;
}

function isEverything(at: number, { passage, lexicon }: Reader): boolean {
  const phrase = phraseOf(passage, at, passage.words.length);
  const role = roleOf(phrase);
  const isAll = phrase === 'all' || (role?.kind === 'later' && role.what === 'several');
  return isAll && !lexicon.gazetteer.names.has(phrase);
}

function refuseSeveral(at: number, { passage, draft }: Reader): number {
  const typed = typedOf(passage, at, passage.words.length);
  draft.problems.push((suggest) => notYet('several', typed, suggest.any));
  return passage.words.length;
}
