import { editsBetween } from '#src/grammar/edits.ts';

/**
 * The spellings that `typed` may stand for: those fewest edits away, up to `limit`. Both sides folded.
 * Numbers and single letters are never repaired: `lockdown 2` is not a misspelt `lockdown 1`, nor `plan a` a `plan b`.
 */
export function misspellingOf(
  typed: string,
  spellings: Iterable<string>,
  limit: number,
): readonly string[] {
  let best: string[] = [];
  let fewest = limit;
  for (const spelling of spellings) {
    if (spelling.length < 4 || !mayBeNear(typed, spelling, fewest)) continue;
    const edits = editsBetween(typed, spelling, fewest);
    if (edits > fewest || !sameMarks(typed, spelling)) continue;
    best = edits < fewest ? [spelling] : [...best, spelling];
    fewest = edits;
  }
  return best;
}

/** One edit cannot change both ends of a word: this spares most of the counting. */
function mayBeNear(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  return limit > 1 || a[0] === b[0] || a.at(-1) === b.at(-1);
}

function sameMarks(a: string, b: string): boolean {
  const [letters, others] = [a, b].map((text) => text.match(/(?<!\S)\p{L}(?!\S)/gu)?.join() ?? '');
  const [figures, numbers] = [a, b].map((text) => text.replace(/\P{N}/gu, ''));
  return figures === numbers && (letters === '' || others === '' || letters === others);
}
