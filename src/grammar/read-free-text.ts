import type { Slot } from '#src/grammar/draft.ts';
import type { Key } from '#src/grammar/keys.ts';
import { obey } from '#src/grammar/obey-word.ts';
import { readUnknown, refuseUnknownBefore } from '#src/grammar/read-unknown.ts';
import { findLoosely } from '#src/grammar/find-place.ts';
import { gapBefore, phraseOf, typedOf } from '#src/grammar/passage.ts';
import { noPlace } from '#src/grammar/problems.ts';
import { finders } from '#src/grammar/finders.ts';
import { spot, type Spotted } from '#src/grammar/spot.ts';
import {
  type At,
  type Before,
  type Reader,
  standing,
  type Step,
  takeMode,
  takePlace,
  takeWhen,
} from '#src/grammar/take.ts';
import { meaningless, startOrEnd } from '#src/refusal.ts';

/** Beyond this many words that mean nothing, the question is not ours. */
const mostUnknown = 12;
/** The first problem is the one reported; the words after many more teach nothing. */
const mostProblems = 8;

/** Reads words without keys from `at` to the end: names, dates and small words, longest first. `keyed`: the key whose value ends at `at`. */
export function readFreeText(at: number, keyed: Key | undefined, reader: Reader): void {
  let step: Step = { to: at, before: keyed && { key: keyed, from: 0, keyed: true } };
  while (step.to < reader.passage.words.length && !isNoise(reader))
    step = readNext(step.to, step.before, reader);
}

function isNoise({ draft, passage }: Reader): boolean {
  const unknown = draft.unknown.reduce((words, { from, to }) => words + to - from, 0);
  if (unknown > mostUnknown)
    draft.problems.push((suggest) => meaningless(passage.text, suggest.any));
  return unknown > mostUnknown || draft.problems.length > mostProblems;
}

function readNext(at: number, before: Before, reader: Reader): Step {
  const spotted = spot(reader.passage, at, finders.anything, reader.lexicon);
  if (spotted === undefined) return readUnknown(at, before, reader);
  const to = at + spotted.length;
  const here = standing(at, to, reader);
  switch (spotted.kind) {
    case 'role':
      return obey(spotted.role, { at, to, before }, reader);
    case 'level':
      reader.draft.every.push({
        level: spotted.level,
        slot: slotOf(here, reader),
        typed: here.typed,
      });
      return { to, before: undefined };
    case 'place':
      refuseUnknownBefore(at, to, reader);
      if (spotted.found.kind === 'ambiguous' && isNameOn(to, reader))
        return readLonger(at, to + 1, reader);
      takePlace(spotted.found, slotOf(here, reader), here, reader);
      return { to, before: { key: 'region', from: at, keyed: false } };
    case 'mode':
      takeMode(spotted, here, reader);
      return { to, before: { key: 'mode', from: at, keyed: false } };
    case 'date':
    case 'event':
      takeBare(spotted, at, here.typed, reader);
      return { to, before: undefined };
    default:
      return spotted satisfies never;
  }
}

/** Whether a word that means nothing, with a capital, may belong to the name before it. */
function isNameOn(at: number, { passage, lexicon }: Reader): boolean {
  const isNext = at < passage.words.length && /^\s+$/.test(gapBefore(passage, at));
  return (
    isNext &&
    /^\p{Lu}/u.test(typedOf(passage, at, at + 1)) &&
    spot(passage, at, finders.anything, lexicon) === undefined
  );
}

/** "East" may begin many names, "East Riding" only one. */
function readLonger(at: number, to: number, reader: Reader): Step {
  const here = standing(at, to, reader);
  const found = findLoosely(phraseOf(reader.passage, at, to), reader.lexicon.gazetteer);
  if (found === undefined) reader.draft.problems.push(noPlace(here.typed, reader.lexicon));
  else takePlace(found, slotOf(here, reader), here, reader);
  return { to, before: { key: 'region', from: at, keyed: false } };
}

/** One more of a list is named for the same as the one before it. */
function slotOf({ joint }: At, { draft }: Reader): Slot {
  return joint === undefined ? 'bare' : (draft.places.at(-1)?.slot ?? 'bare');
}

/** After a word that means nothing, a date may be a start or an end: that word may have said which. */
function takeBare(
  spotted: Extract<Spotted, { kind: 'date' | 'event' }>,
  at: number,
  typed: string,
  reader: Reader,
): void {
  const last = reader.draft.unknown.at(-1);
  const isUnclear = last?.passage === reader.passage && last.to === at;
  if (isUnclear) reader.draft.problems.push((suggest) => startOrEnd(typed, suggest.any));
  else takeWhen('bare', spotted, typed, reader);
}
