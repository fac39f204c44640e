import { roleOf } from '#src/grammar/connecting-words.ts';
import { gapBefore, type Passage } from '#src/grammar/passage.ts';

/** How a value is joined to the one before it: "A and B", "A, B"; "A+B"; not at all. */
export type Joint = 'and' | 'plus' | undefined;

/** Small words that may stand between a joint and the value: "and in the …". */
const between = new Set(['filler', 'place', 'from', 'to', 'mode']);

/** The joint before word `at`, past small words. */
export function jointBefore(at: number, passage: Passage): Joint {
  for (let word = at; word > 0; word -= 1) {
    const gap = gapBefore(passage, word);
    if (gap.includes('+')) return 'plus';
    if (/[,;/&]/.test(gap)) return 'and';
    const kind = roleOf(passage.words[word - 1]?.folded ?? '')?.kind;
    if (passage.words[word - 1]?.folded === 'plus') return 'plus';
    if (kind === 'and' || kind === 'vs') return 'and';
    if (kind === undefined || !between.has(kind)) return undefined;
  }
  return undefined;
}

/** Whether a name that stands at these words would reach over a list: `A,B` or `A+B` without a space. */
export function isList(typed: string): boolean {
  return /[+;]|,(?!\s)/.test(typed);
}
