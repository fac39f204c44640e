import type { Draft, Slot } from '#src/grammar/draft.ts';
import type { Found } from '#src/grammar/find-place.ts';
import { type Joint, jointBefore } from '#src/grammar/joint.ts';
import type { Key } from '#src/grammar/keys.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { onlyPartOf, readAs } from '#src/grammar/notes.ts';
import { type Passage, typedOf } from '#src/grammar/passage.ts';
import { badDate, manyPlaces, noOtherEnd, noPlace } from '#src/grammar/problems.ts';
import type { PeriodFound } from '#src/grammar/read-period.ts';
import type { Spotted } from '#src/grammar/spot.ts';
import { lowerFirst } from '#src/summary/lower-first.ts';

/** One passage being read into a draft. Positions are word numbers. `isHead`: it stands before any key, where a command may. */
export type Reader = {
  readonly passage: Passage;
  readonly lexicon: Lexicon;
  readonly draft: Draft;
  readonly isHead: boolean;
};

/** What stands right before a word: a value, from word `from`, of this key. `keyed`: the key was typed. */
export type Before =
  | { readonly key: Key; readonly from: number; readonly keyed: boolean }
  | undefined;

/** How far the reading came. */
export type Step = { readonly to: number; readonly before: Before };

/** Where a date goes; `bare` has neither since nor until before it. */
export type WhenSlot = 'since' | 'until' | 'bare';

/** Where something was found, and how it was typed. */
export type At = { readonly typed: string; readonly joint: Joint };

/** The words `from`–`to` as they were typed, and what joins them to what stands before. */
export function standing(from: number, to: number, { passage }: Reader): At {
  return { typed: typedOf(passage, from, to), joint: jointBefore(from, passage) };
}

/** Puts what was found as a place into the draft, as a place or as a problem. */
export function takePlace(
  found: Found,
  slot: Slot,
  { typed, joint }: At,
  { draft, lexicon }: Pick<Reader, 'draft' | 'lexicon'>,
): void {
  switch (found.kind) {
    case 'repaired':
      draft.notes.push(readAs(typed, found.area.name));
      draft.places.push({ area: found.area, slot, joint });
      return;
    case 'exact':
      draft.places.push({ area: found.area, slot, joint });
      return;
    case 'ambiguous':
      draft.problems.push(manyPlaces(typed, found.areas, lexicon));
      return;
    case 'near':
      draft.problems.push(noPlace(typed, lexicon, found.areas));
      return;
    default:
      return found satisfies never;
  }
}

/** Puts a date or an event into its slot. */
export function takeWhen(
  slot: WhenSlot,
  spotted: Extract<Spotted, { kind: 'date' | 'event' }>,
  typed: string,
  reader: Reader,
): void {
  const { draft } = reader;
  if (spotted.kind === 'date') return takeDate(slot, spotted.found, typed, reader);
  const { slug, shiftDays, repaired, turn } = spotted;
  if (turn !== undefined) draft.problems.push(noOtherEnd(typed, slug, turn));
  if (repaired) draft.notes.push(readAs(typed, slug));
  draft[slot].push({ kind: 'event', slug, shiftDays, typed });
}

function takeDate(
  slot: WhenSlot,
  found: PeriodFound,
  typed: string,
  { draft, lexicon }: Reader,
): void {
  if (found.kind !== 'period') {
    draft.problems.push(badDate(typed, found, lexicon));
    return;
  }
  if (found.guess !== undefined) draft.notes.push(readAs(typed, found.guess));
  draft[slot].push({ kind: 'period', from: found.from, to: found.to, typed });
}

/** Puts a kind of transport into the draft. */
export function takeMode(
  { mode, repaired, isPart }: Extract<Spotted, { kind: 'mode' }>,
  { typed, joint }: At,
  { draft }: Reader,
): void {
  if (mode !== undefined && isPart) draft.notes.push(onlyPartOf(typed, lowerFirst(mode.label)));
  else if (repaired && mode !== undefined) draft.notes.push(readAs(typed, mode.label));
  draft.modes.push({ mode, joint });
}
