import type { Word } from '#src/grammar/words.ts';

/** Words of the question that are read together, with the text they stand in. */
export type Passage = { readonly text: string; readonly words: readonly Word[] };

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
