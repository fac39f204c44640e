import type { SectionBlock } from '@slack/types';
import { plainText } from './plain-text.ts';
import { exampleLines } from './show-example.ts';
import { splitText } from './split-text.ts';

const longest = 2900;

/** Paragraphs in the plainest block there is. */
export const writeParagraphs = (paragraphs: readonly string[]): readonly SectionBlock[] =>
  paragraphs
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => exampleLines(paragraph).join('\n'))
    .flatMap((paragraph) => splitText(paragraph, longest))
    .map((text) => ({ type: 'section', text: plainText(text, longest) }));
