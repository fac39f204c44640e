import type { Slot } from '#src/grammar/draft.ts';
import { expect } from '#src/grammar/expect.ts';
import { typedOf } from '#src/grammar/passage.ts';
import { finders } from '#src/grammar/finders.ts';
import { spot } from '#src/grammar/spot.ts';
import { type Reader, standing, takePlace } from '#src/grammar/take.ts';

/** Reads a place, or all places of a level, from `at`, if one stands there. */
export function readPlace(slot: Slot, at: number, reader: Reader): number | undefined {
  const every = readEvery(slot, at, reader);
  if (every !== undefined) return every;
  const hit = expect('place', at, reader);
  if (hit?.spotted.kind !== 'place') return undefined;
  const to = hit.from + hit.spotted.length;
  takePlace(hit.spotted.found, slot, standing(hit.from, to, reader), reader);
  return to;
}

/** Reads "all", "every region" or "regions" from `at`, if that stands there and is no place's name. */
function readEvery(
  slot: Slot,
  at: number,
  { passage, lexicon, draft }: Reader,
): number | undefined {
  const skipped = passage.words[at]?.folded === 'the' ? 1 : 0;
  const from = at + skipped;
  const spotted = spot(passage, from, finders.every, lexicon);
  if (spotted?.kind !== 'level') return undefined;
  const to = from + spotted.length;
  draft.every.push({ level: spotted.level, slot, typed: typedOf(passage, from, to) });
  return to;
}
