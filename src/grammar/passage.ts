import type { Word } from '#src/grammar/words.ts';

/** A stretch of the text in quotation marks, marks included. */
export type Quote = { readonly start: number; readonly end: number };

/** Words of the question that are read together, with the text they stand in and what is quoted in it. */
export type Passage = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly quotes: readonly Quote[];
};

/** The folded words from `from` up to, not including, `to`. */
export function phraseOf({ words }: Passage, from: number, to: number): string {
  return words
    .slice(from, to)
    .map((word) => word.folded)
    .join(' ');
}

/** The same words as they were typed, with what stands between them. */
export function typedOf({ text, words }: Passage, from: number, to: number): string {
  return text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0);
}

/** What stands between a word and the one before it. */
export function gapBefore({ text, words }: Passage, at: number): string {
  return at === 0 || at >= words.length ? '' : text.slice(words[at - 1]?.end, words[at]?.start);
}

/** Where the quotation ends that begins at this word: the number of the word after it. */
export function endOfQuote({ quotes, words }: Passage, at: number): number | undefined {
  const start = words[at]?.start ?? -1;
  const quote = quotes.find((one) => one.start < start && start < one.end);
  if (quote === undefined || (words[at - 1]?.start ?? -1) > quote.start) return undefined;
  const after = words.findIndex((word) => word.start >= quote.end);
  return after < 0 ? words.length : after;
}

/** How many of at most `most` words from `at` may be one name or date: a quotation mark ends it. */
export function reachOf({ quotes, words }: Passage, at: number, most: number): number {
  const start = words[at]?.start ?? 0;
  const marks = quotes.flatMap((quote) => [quote.start, quote.end]);
  const stop = Math.min(...marks.filter((mark) => mark > start));
  const last = Math.min(at + most, words.length);
  let to = at + 1;
  while (to < last && (words[to]?.start ?? 0) < stop) to += 1;
  return Math.min(to, words.length) - at;
}
