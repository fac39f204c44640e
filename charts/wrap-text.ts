import { type FontWeight, measureText } from './measure-text.ts';

/** A date is one word to a reader: "19 January 2022" stays on one line. */
const unbroken = /\d{1,2} \p{Lu}\p{Ll}+ \d{4}\S*|\S+/gu;

type Face = { readonly size: number; readonly weight: FontWeight };

/**
 * Breaks text at its spaces into the fewest lines that fit `width`, then evens them out so that no lone word is left.
 * Nothing is ever cut: a word wider than `width` has a line of its own.
 */
export function wrapText(text: string, width: number, face: Face): readonly string[] {
  const widest = fillLines(text, width, face);
  if (widest.length < 2) return widest;
  let narrow = (width / widest.length) * 0.8;
  let wide = width;
  while (wide - narrow > 2) {
    const middle = (narrow + wide) / 2;
    if (fillLines(text, middle, face).length <= widest.length) wide = middle;
    else narrow = middle;
  }
  return fillLines(text, wide, face);
}

/** Width of the widest of some lines, in pixels. */
export function widestOf(lines: readonly string[], face: Face): number {
  return Math.max(0, ...lines.map((line) => measureText(line, face.size, face.weight)));
}

function fillLines(text: string, width: number, face: Face): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(unbroken) ?? []) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measureText(longer, face.size, face.weight) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
