import type { KnownBlock } from '@slack/types';
import type { BlockContext } from './block-context.ts';
import { markup, type Html } from '#src/html/markup.ts';
import { renderActions } from './render-actions.ts';
import { renderContext } from './render-context.ts';
import { renderDataTable } from './render-data-table.ts';
import { renderImage } from './render-image.ts';
import { renderInput } from './render-input.ts';
import { renderRichText } from './render-rich-text.ts';
import { renderSection } from './render-section.ts';
import { renderTable } from './render-table.ts';
import { unknownPart } from './unknown-part.ts';

/**
 * The blocks of a message, a form or a page as HTML, which `blocks.css` makes look as Slack does. All text is escaped. A block without an ID is named by its place:
 * `block-0` is the first. Throws on what it cannot show: nothing is left out.
 */
export const renderBlocks = (blocks: readonly KnownBlock[], context: BlockContext): Html =>
  markup`<div class="blocks">${blocks.map((block, at) =>
    renderBlock(block, idOfBlock(block, at), context),
  )}</div>`;

/** The ID of a block at a place of its message. */
export const idOfBlock = ({ block_id: id }: KnownBlock, at: number): string => id ?? `block-${at}`;

function renderBlock(block: KnownBlock, id: string, context: BlockContext): Html {
  switch (block.type) {
    case 'context':
      return renderContext(block, context);
    case 'section':
      return renderSection(block, context);
    case 'rich_text':
      return renderRichText(block, context);
    case 'header':
      return markup`<h3>${block.text.text}</h3>`;
    case 'divider':
      return markup`<hr>`;
    case 'image':
      return renderImage(block, context);
    case 'data_table':
      return renderDataTable(block, context);
    case 'table':
      return renderTable(block, context);
    case 'actions':
      return renderActions(block, id);
    case 'input':
      return renderInput(block, id);
    default:
      throw unknownPart(block.type);
  }
}
