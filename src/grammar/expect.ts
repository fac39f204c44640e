import { isSuspect, roleOf } from '#src/grammar/connecting-words.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { gapBefore, typedOf } from '#src/grammar/passage.ts';
import { finders } from '#src/grammar/finders.ts';
import { spot, type Spotted } from '#src/grammar/spot.ts';
import type { Reader } from '#src/grammar/take.ts';

type FinderSlot = keyof typeof finders;

/** As in "in the whole of the state of …". */
const mostSkipped = 6;

/** The first thing from `at` that a slot can hold, past small words. */
export function expect(
  slot: FinderSlot,
  at: number,
  { passage, lexicon }: Reader,
): { readonly from: number; readonly spotted: Spotted } | undefined {
  const last = Math.min(at + mostSkipped, passage.words.length - 1);
  for (let from = at; from <= last; from += 1) {
    const spotted = spot(passage, from, finders[slot], lexicon);
    if (spotted !== undefined) return { from, spotted };
    if (!maySkip(slot, passage.words[from]?.folded ?? '', lexicon)) return undefined;
  }
  return undefined;
}

/** Only "the" may stand before a date: "since the end of …" means another day. */
function maySkip(slot: FinderSlot, word: string, { levels }: Lexicon): boolean {
  if (slot === 'when' || slot === 'date') return word === 'the';
  return levels.levels.has(word) || roleOf(word)?.kind === 'filler';
}

/** The words from `at` that mean nothing to us, as typed: at least one, at most four. */
export function puzzling(
  at: number,
  { passage, lexicon }: Reader,
): { readonly typed: string; readonly to: number } {
  const last = Math.min(at + 4, passage.words.length);
  const first = spot(passage, at, finders.anything, lexicon);
  let to = at + Math.max(1, isPuzzling(first) ? (first?.length ?? 1) : 1);
  while (
    to < last &&
    (/^[^\s,;+]*$/.test(gapBefore(passage, to)) ||
      isPuzzling(spot(passage, to, finders.anything, lexicon)))
  )
    to += 1;
  return { typed: typedOf(passage, at, to), to };
}

/** Whether nothing was found, or only a word that should have been part of a name or date. */
export function isPuzzling(spotted: Spotted | undefined): boolean {
  return spotted === undefined || (spotted.kind === 'role' && isSuspect(spotted.role));
}
