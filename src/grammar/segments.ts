import type { Quote } from '#src/grammar/passage.ts';
import { type Word, wordsOf } from '#src/grammar/words.ts';

/**
 * A stretch of the question: its start, which has no key, or one `key:` with the words up to the next.
 * In the text it begins at `keyAt`, its value at `start`, and the next at `end`.
 */
export type Segment = {
  readonly key: string | undefined;
  readonly words: readonly Word[];
  readonly keyAt: number;
  readonly start: number;
  readonly end: number;
};

/** A question cut at its keys, and what is quoted in it. */
export type Segments = { readonly segments: readonly Segment[]; readonly quotes: readonly Quote[] };

type Mark = Quote & { readonly key: string | undefined };

const marks = /["“”„«»][^"“”„«»]*["“”„«»]|(?<![^\s,;(["“”„«»])(?<key>\p{L}[\p{L}\p{M}_-]*)[:：]/gu;

/** Splits a question at its keys. Nothing inside quotation marks is a key. */
export function segmentsOf(text: string): Segments {
  const found = [...text.matchAll(marks)].map(toMark);
  const cuts = found.filter((mark) => mark.key !== undefined);
  const words = wordsOf(text);
  const segments = [{ key: undefined, start: 0, end: 0 }, ...cuts].map((mark, i) => {
    const end = cuts[i]?.start ?? text.length;
    return {
      key: mark.key?.toLowerCase(),
      words: between(words, mark.end, end),
      keyAt: mark.start,
      start: mark.end,
      end,
    };
  });
  return { segments, quotes: found.filter((mark) => mark.key === undefined) };
}

function toMark(match: RegExpExecArray): Mark {
  return { key: match.groups?.['key'], start: match.index, end: match.index + match[0].length };
}

function between(words: readonly Word[], start: number, end: number): readonly Word[] {
  return words.filter((word) => word.start >= start && word.end <= end);
}
