import { isSuspect, roleOf } from '#src/grammar/connecting-words.ts';
import type { Draft } from '#src/grammar/draft.ts';
import type { Found } from '#src/grammar/find-place.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import type { Key } from '#src/grammar/keys.ts';
import { readAs } from '#src/grammar/notes.ts';
import { type Passage, typedOf } from '#src/grammar/passage.ts';
import { badDate, manyPlaces, noPlace } from '#src/grammar/problems.ts';
import type { DateFound } from '#src/grammar/read-date.ts';
import { dateWords } from '#src/date-words.ts';
import { finders, spot, type Spotted } from '#src/grammar/spot.ts';

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

/** Puts what was found as a place into the draft, as a place or as a problem. */
export function takePlace(found: Found, typed: string, { draft, lexicon }: Reader): void {
  switch (found.kind) {
    case 'repaired':
      draft.notes.push(readAs(typed, found.area.name));
      draft.places.push(found.area);
      return;
    case 'exact':
      draft.places.push(found.area);
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
  { draft }: Reader,
): void {
  if (spotted.kind === 'date') return takeDate(slot, spotted.found, typed, draft);
  if (spotted.repaired) draft.notes.push(readAs(typed, spotted.slug));
  draft[slot].push({ kind: 'event', slug: spotted.slug, typed });
}

function takeDate(slot: WhenSlot, found: DateFound, typed: string, draft: Draft): void {
  if (found.kind !== 'date') {
    draft.problems.push(badDate(typed, found));
    return;
  }
  if (found.guessed) draft.notes.push(readAs(typed, dateWords(found.date)));
  draft[slot].push({ kind: 'date', date: found.date, typed });
}

/** Puts a kind of transport into the draft. */
export function takeMode(
  { mode, repaired }: Extract<Spotted, { kind: 'mode' }>,
  typed: string,
  { draft }: Reader,
): void {
  if (repaired && mode !== undefined) draft.notes.push(readAs(typed, mode.label));
  draft.modes.push(mode);
}

/** As in "in the whole of the state of …". */
const mostSkipped = 6;

/** The first thing from `at` that a slot can hold, past small words. */
export function expect(
  slot: keyof typeof finders,
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
function maySkip(slot: keyof typeof finders, word: string, { levels }: Lexicon): boolean {
  return slot === 'when' ? word === 'the' : levels.has(word) || roleOf(word)?.kind === 'filler';
}

/** The words from `at` that mean nothing to us, as typed: at least one, at most four. */
export function puzzling(
  at: number,
  { passage, lexicon }: Reader,
): { readonly typed: string; readonly to: number } {
  const last = Math.min(at + 4, passage.words.length);
  let to = at + 1;
  while (
    to < last &&
    (isJoined(to, passage) || isPuzzling(spot(passage, to, finders.anything, lexicon)))
  )
    to += 1;
  return { typed: typedOf(passage, at, to), to };
}

/** Whether no space stands before a word: "plan-a" is quoted whole. */
function isJoined(at: number, { text, words }: Passage): boolean {
  return !/\s/.test(text.slice(words[at - 1]?.end, words[at]?.start));
}

/** Whether nothing was found, or only a word that should have been part of a name or date. */
export function isPuzzling(spotted: Spotted | undefined): boolean {
  return spotted === undefined || (spotted.kind === 'role' && isSuspect(spotted.role));
}
