import { escaped } from '#src/grammar/slack-escapes.ts';
import { beginningOf } from './cut-text.ts';

const lookalikes: Readonly<Record<string, string>> = { '*': '∗', _: '＿', '~': '∼', '`': '‘' };
const joint = '\u200B';

/**
 * Plain text for a message's `text`, which Slack reads as markup: `&`, `<` and `>` are escaped as Slack asks; marks of style become their lookalikes, and what would be
 * an emoji, a mention or a link is parted by a mark that nobody sees.
 */
export const escapeText = (text: string): string =>
  escaped(
    text
      .replace(/[*_~`]/gu, (mark) => lookalikes[mark] ?? mark)
      .replace(/:(?=[^\s:]+:)/gu, `:${joint}`)
      .replace(/@(?=\S)/gu, `@${joint}`)
      .replace(/:\/\//gu, `:${joint}//`)
      .replace(/^>+/gmu, '›'),
  );

/** The beginning of an escaped text, at most `most` characters: no escape and no reference is cut in two, and no `@` from the mark that parts it from a name. */
export const cutEscaped = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${beginningOf(text, most - 1).replace(/(?:[&<][^\s;>]*|@)$/u, '')}…`;
