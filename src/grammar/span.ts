import type { Mode } from '#src/grammar/ask.ts';
import { isSuspect, type Role, roleOf } from '#src/grammar/connecting-words.ts';
import type { Found } from '#src/grammar/find-place.ts';
import { isList } from '#src/grammar/joint.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { gapBefore, type Passage, phraseOf, typedOf } from '#src/grammar/passage.ts';
import type { PeriodFound } from '#src/grammar/read-period.ts';

/** What some words mean. `repaired`: after one edit. */
export type Meaning =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'level'; readonly level: string | undefined }
  | { readonly kind: 'place'; readonly found: Found }
  | { readonly kind: 'date'; readonly found: PeriodFound }
  | {
      readonly kind: 'event';
      readonly slug: string;
      readonly shiftDays: number;
      readonly repaired: boolean;
      readonly turn: 'end' | 'start' | undefined;
    }
  | {
      readonly kind: 'mode';
      readonly mode: Mode | undefined;
      readonly repaired: boolean;
      readonly isPart: boolean;
    };

/**
 * What may be meant by some words. A small word of a question is never repaired into a name;
 * one at either end of a span does not begin a name either.
 */
export type Span = {
  readonly phrase: string;
  readonly typed: string;
  readonly words: number;
  readonly isFirst: boolean;
  readonly hasSmallEnd: boolean;
  readonly isSmall: boolean;
  /** The next word hangs on: "2022" in "2022-W54". */
  readonly isCut: boolean;
};
/** Looks for one kind of meaning in some words. */
export type Finder = (span: Span, lexicon: Lexicon) => Meaning | undefined;

/** The words `from` up to, not including, `to`. */
export function spanOf(passage: Passage, from: number, to: number): Span {
  const ends = [passage.words[from], passage.words[to - 1]];
  return {
    phrase: phraseOf(passage, from, to),
    typed: typedOf(passage, from, to),
    words: to - from,
    isFirst: from === 0,
    hasSmallEnd: ends.some((word) => isSmallWord(word?.folded ?? '')),
    isCut: /^[-/.:+]$/.test(gapBefore(passage, to)),
    isSmall: ends.every((word) => isSmallWord(word?.folded ?? '')),
  };
}

/** Whether some words may be a misspelt name. */
export function isRepairable({ isSmall, typed }: Span): boolean {
  return !isSmall && !isList(typed);
}

/** Whether a word is one of the small ones of a question. */
export function isSmallWord(word: string): boolean {
  const found = roleOf(word);
  return found !== undefined && !isSuspect(found);
}
