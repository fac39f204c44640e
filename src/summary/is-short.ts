import { countWords, say, type Sentence } from '#src/summary/sentence.ts';

/** Longest sentence, in words. */
const longest = 25;

/** Longest title, in words. */
export const longestTitle = 15;

/** Whether a sentence is short enough to be read aloud. `most`: words it may have. */
export const isShort = ({ text }: Sentence, most = longest): boolean => countWords(text) <= most;

/** The first sentence that is short enough, else the last. */
export function firstShort(sentences: readonly Sentence[], most = longest): Sentence {
  const fitting = sentences.find((sentence) => isShort(sentence, most));
  return fitting ?? sentences.at(-1) ?? say``;
}
