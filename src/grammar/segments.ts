import { type Word, wordsOf } from '#src/grammar/words.ts';

/**
 * A stretch of the question: its start, which has no key, or one `key:` with the words up to the next.
 * `quoted`: how many words at the front of the value the asker put in quotation marks.
 */
export type Segment = {
  readonly key: string | undefined;
  readonly words: readonly Word[];
  readonly quoted: number | undefined;
};

type Mark = { readonly key: string | undefined; readonly start: number; readonly end: number };

const marks = /["“”„«»][^"“”„«»]*["“”„«»]|(?<![^\s,;(["“”„«»])(?<key>\p{L}[\p{L}\p{M}_-]*)[:：]/gu;

/** Splits a question at its keys. Nothing inside quotation marks is a key. */
export function segmentsOf(text: string): readonly Segment[] {
  const found = [...text.matchAll(marks)].map(toMark);
  const keys = found.filter((mark) => mark.key !== undefined);
  const quotes = found.filter((mark) => mark.key === undefined);
  const words = wordsOf(text);
  return [{ key: undefined, start: 0, end: 0 }, ...keys].map((mark, i) => {
    const inside = between(words, mark.end, keys[i]?.start ?? text.length);
    const quote = quotes.find(
      (q) => q.start >= mark.end && text.slice(mark.end, q.start).trim() === '',
    );
    return {
      key: mark.key?.toLowerCase(),
      words: inside,
      quoted: quote && between(inside, quote.start, quote.end).length,
    };
  });
}

function toMark(match: RegExpExecArray): Mark {
  return { key: match.groups?.['key'], start: match.index, end: match.index + match[0].length };
}

function between(words: readonly Word[], start: number, end: number): readonly Word[] {
  return words.filter((word) => word.start >= start && word.end <= end);
}
