/** The longest beginning of a text, at most `most` characters: it ends at a word if one ends in its second half, and never within a character. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.slice(0, most + 1).lastIndexOf(' ');
  const end = space > most / 2 ? space : most;
  return text
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd();
}

/** The text, or where it has more than `most` characters, its beginning and "…". */
export const cutText = (text: string, most: number): string =>
  text.length <= most ? text : `${beginningOf(text, most - 1)}…`;
