import { editsBetween } from '#src/grammar/edits.ts';
import type { PhraseTyped } from '#src/grammar/phrase-typed.ts';

/** Beyond this, a spelling has nothing to do with what was typed. */
const mostEdits = 2;

/** How close the beginning of a later word is. */
export const later = 2;

/**
 * How close a folded spelling is to what is typed of it: 0 all of it, 1 its beginning, `later` the beginning of a later word of it.
 * Undefined if none of its words begins so; only the first does where the last word typed is at its end.
 */
export function closenessOf(spelling: string, { phrase, isOpen }: PhraseTyped): number | undefined {
  if (spelling === phrase) return 0;
  if (spelling.startsWith(isOpen ? phrase : `${phrase} `)) return 1;
  return isOpen && spelling.includes(` ${phrase}`) ? later : undefined;
}

/**
 * How far a folded spelling, or as much of it as is typed, is from a phrase with slips in it: so many edits, at most two.
 * Undefined where it is farther, and of phrases too short to tell or with a number, which is never repaired.
 */
export function distanceOf(spelling: string, { phrase }: PhraseTyped): number | undefined {
  if (/\p{N}/u.test(phrase)) return undefined;
  const limit = Math.min(mostEdits, Math.floor(phrase.length / 3));
  if (limit === 0) return undefined;
  const begun = editsBetween(phrase, spelling.slice(0, phrase.length), limit);
  const edits = begun === 0 ? 0 : Math.min(begun, editsBetween(phrase, spelling, limit));
  return edits > limit ? undefined : edits;
}

/** How near a spelling is to what is typed; undefined where it is not. */
export type Measure = typeof closenessOf;

/** A thing that was found, and how near it is: the least is the best. */
export type Ranked<T> = { readonly found: T; readonly rank: number };

/** The best of them first, and those that are as good in their order. */
export function bestFirst<T>(ranked: readonly Ranked<T>[]): readonly T[] {
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ found }) => found);
}

/** A thing by the nearest of its spellings; nothing if none is near. */
export function ranked<T>(found: T, ranks: readonly (number | undefined)[]): readonly Ranked<T>[] {
  const known = ranks.filter((rank) => rank !== undefined);
  return known.length === 0 ? [] : [{ found, rank: Math.min(...known) }];
}
