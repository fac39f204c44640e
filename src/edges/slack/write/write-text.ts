import { cutEscaped, escapeText } from './escape-text.ts';
import { exampleLines } from './show-example.ts';

const longest = 3000;

/** Said where there is nothing to say: Slack takes no empty message. */
export const nothingToShow = 'There is nothing to show.';

/**
 * A message's `text`, for notifications and for readers of it aloud. `lines`: plain text; empty ones are left out. `marked`: last lines that are markup already,
 * short and never cut.
 */
export function writeText(lines: readonly string[], marked = ''): string {
  const escaped = lines.flatMap((line) => exampleLines(line).map(escapeText));
  const told = escaped.filter((line) => line !== '').join('\n');
  const both = [cutEscaped(told, longest - marked.length - 1), marked];
  return both.filter((part) => part !== '').join('\n') || nothingToShow;
}
