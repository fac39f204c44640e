import { say, type Sentence } from '#src/summary/sentence.ts';

/** "London", "London and Wales", "London, Wales and Scotland". At least one part. `joint`: what stands before the last. */
export function listWords(parts: readonly Sentence[], joint = ' and '): Sentence {
  const last = parts.at(-1) ?? say``;
  if (parts.length < 2) return last;
  return say`${parts.slice(0, -1).reduce((text, part) => say`${text}, ${part}`)}${joint}${last}`;
}
