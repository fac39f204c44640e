const counts = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

/** A pattern for a count as people write it: figures, or a word up to twelve. */
export const countPattern = `\\d{1,3}|an?|${counts.slice(1).join('|')}`;

/** The number that a count says; "a" is one. */
export function countOf(word: string): number {
  if (/^an?$/.test(word)) return 1;
  const index = counts.findIndex((count) => count === word);
  return index < 0 ? Number(word) : index;
}
