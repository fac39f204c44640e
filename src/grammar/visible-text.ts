const escapes: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** The text as it was typed: Slack sends three characters escaped. Undone once, so that `&amp;lt;` is `&lt;`. */
export function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (escape) => escapes[escape] ?? escape);
}

/** The text without marks that cannot be seen and control characters. */
export function visible(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cc}/gu, ' ')
    .trim();
}
