const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const marks: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** A text as Slack sends and takes it: three characters are escaped. */
export const escaped = (text: string): string =>
  text.replace(/[&<>]/gu, (mark) => escapes[mark] ?? mark);

/** The text as it was typed. Undone once, so that `&amp;lt;` is `&lt;`. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/gu, (escape) => marks[escape] ?? escape);
