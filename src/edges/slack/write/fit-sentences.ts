import { cutText } from './cut-text.ts';

/** Sentences within `room` characters: all of them; else as many as fit, "…", and the last, where caveats stand. */
export function fitSentences(sentences: readonly string[], room: number): readonly string[] {
  const size = (some: readonly string[]) => some.reduce((sum, one) => sum + one.length + 1, 0);
  if (size(sentences) <= room) return sentences;
  if (sentences.length === 1) return sentences.map((sentence) => cutText(sentence, room));
  const last = cutText(sentences.at(-1) ?? '', Math.floor(room / 2));
  let left = room - last.length - '… '.length;
  const first: string[] = [];
  for (const sentence of sentences.slice(0, -1)) {
    left -= sentence.length + 1;
    if (left < 0) break;
    first.push(sentence);
  }
  return [...first, '…', last];
}
