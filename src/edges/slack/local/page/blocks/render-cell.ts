import type { TableBlock } from '@slack/types';
import type { BlockContext } from './block-context.ts';
import { markup, type Html } from '#src/html/markup.ts';
import { renderRichText } from './render-rich-text.ts';
import { unknownPart } from './unknown-part.ts';

/** One cell of a table of either kind. */
export type TableCell = TableBlock['rows'][number][number];

/** What stands in a cell. */
export function renderCell(cell: TableCell, context: BlockContext): Html {
  const { type } = cell;
  switch (type) {
    case 'raw_text':
    case 'raw_number':
      return markup`${cell.text}`;
    case 'rich_text':
      return renderRichText(cell, context);
    default:
      throw unknownPart(type satisfies never);
  }
}
