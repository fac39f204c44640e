import { roleOf } from '#src/grammar/connecting-words.ts';
import type { Key } from '#src/grammar/keys.ts';
import { wordsOf } from '#src/grammar/words.ts';

/** The keys that the last word of a text stands for, past words without meaning, and where it begins: "in", "since the". */
export function keysSpoken(text: string): { readonly keys: readonly Key[]; readonly at: number } {
  const last = wordsOf(text).findLast(({ folded }) => roleOf(folded)?.kind !== 'filler');
  return { keys: last === undefined ? [] : keysOf(last.folded), at: last?.start ?? 0 };
}

function keysOf(word: string): readonly Key[] {
  const kind = roleOf(word)?.kind;
  switch (kind) {
    case 'since':
    case 'until':
    case 'between':
    case 'vs':
      return [kind];
    case 'after':
      return ['since'];
    case 'before':
      return ['until'];
    case 'mode':
      return ['mode', 'by'];
    case 'place':
      return ['region'];
    case 'from':
      return ['origin', 'since'];
    case 'to':
      return ['destination', 'until'];
    default:
      return [];
  }
}
