import type { RichTextBlock, RichTextSection, RichTextText } from '@slack/types';
import { showExamples } from './show-example.ts';

const bold = { bold: true };
const code = { code: true };

const textOf = (text: string, style?: RichTextText['style']): RichTextText =>
  style === undefined ? { type: 'text', text } : { type: 'text', text, style };

/** One line; what can be tried stands below it as code to copy. Rich text is shown as it stands: nothing in it is markup. `text`: not empty. */
export function richLine(text: string, isBold = false): RichTextSection {
  const elements = showExamples(text).flatMap(({ words, example }, at) => [
    textOf(at === 0 ? words : `\n${words}`, isBold ? bold : undefined),
    ...(example === undefined ? [] : [textOf(example, code)]),
  ]);
  return { type: 'rich_text_section', elements };
}

/** Lines below one another. */
export const richBlock = (...elements: RichTextBlock['elements']): RichTextBlock => ({
  type: 'rich_text',
  elements,
});
