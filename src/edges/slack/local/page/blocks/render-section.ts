import type { SectionBlock } from '@slack/types';
import type { BlockContext } from './block-context.ts';
import { markup, type Html } from '#src/html/markup.ts';
import { renderText } from './render-text.ts';
import { unknownPart } from './unknown-part.ts';

/** A paragraph, and its fields below it. */
export function renderSection(
  { text, fields = [], accessory }: SectionBlock,
  context: BlockContext,
): Html {
  if (accessory !== undefined) throw unknownPart('section.accessory');
  const texts = text === undefined ? fields : [text, ...fields];
  return markup`<div class="section">${texts.map(
    (each) => markup`<p>${renderText(each, context)}</p>`,
  )}</div>`;
}
