import type { ContextBlock } from '@slack/types';
import type { BlockContext } from './block-context.ts';
import { markup, type Html } from '#src/html/markup.ts';
import { renderText } from './render-text.ts';
import { unknownPart } from './unknown-part.ts';

/** Lines in small type. */
export const renderContext = ({ elements }: ContextBlock, context: BlockContext): Html =>
  markup`<div class="context">${elements.map((element) => renderLine(element, context))}</div>`;

function renderLine(element: ContextBlock['elements'][number], context: BlockContext): Html {
  if (element.type === 'image') throw unknownPart('context.image');
  return markup`<p>${renderText(element, context)}</p>`;
}
