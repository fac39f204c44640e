import type { PlainTextElement } from '@slack/types';
import { cutText } from './cut-text.ts';

/** One line of any text: without control characters, marks that cannot be seen or turn the direction of writing, and runs of spaces. May be empty. */
export const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Text that Slack shows as it stands: nothing in it is markup, a mention, a link or an emoji. `text`: not empty. `most`: characters it may have. */
export const plainText = (text: string, most: number): PlainTextElement => ({
  type: 'plain_text',
  text: cutText(text, most),
  emoji: false,
});
