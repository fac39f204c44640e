import { listWords } from '#src/summary/list-words.ts';
import type { Sentence } from '#src/summary/sentence.ts';

/** A list of parts that may have an "and" of their own: "car, rail and Tube, and bus". At least one part. */
export const listApart = (parts: readonly Sentence[]): Sentence =>
  listWords(parts, parts.some(({ text }) => text.includes(' and ')) ? ', and ' : ' and ');
