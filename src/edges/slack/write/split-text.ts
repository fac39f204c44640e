import { beginningOf } from './cut-text.ts';

/** A text in pieces of at most `most` characters: each ends with a sentence where it can, else with a word. None is empty. */
export function splitText(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const piece = endAtSentence(beginningOf(rest, most), most);
    pieces.push(piece.trimEnd());
    rest = rest.slice(piece.length).trim();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

function endAtSentence(text: string, most: number): string {
  const end = Math.max(...['. ', '? ', '! ', '\n'].map((mark) => text.lastIndexOf(mark)));
  return end > most / 2 ? text.slice(0, end + 1) : text;
}
