/** One word of a text: its folded spelling, and where it stands in the text. */
export type Word = { readonly folded: string; readonly start: number; readonly end: number };

const pattern = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*|&/gu;

/** The words of a text, in order: runs of letters and digits, and `&` as "and". Everything else only separates. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(pattern)]
    .map(({ 0: raw, index }) => ({ folded: foldWord(raw), start: index, end: index + raw.length }))
    .filter((word) => word.folded !== '');
}

/** The spelling that names are compared by: no capitals, accents or punctuation. */
export function fold(text: string): string {
  return wordsOf(text)
    .map((word) => word.folded)
    .join(' ');
}

function foldWord(raw: string): string {
  return raw === '&'
    ? 'and'
    : raw
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '');
}
