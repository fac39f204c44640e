import type { TableBlock } from '@slack/types';
import type { BlockContext } from './block-context.ts';
import { markup, type Html } from '#src/html/markup.ts';
import { renderRows } from './render-rows.ts';

/** A table without a caption, in a region that scrolls by itself; no column of it names its rows. */
export function renderTable(
  { rows, column_settings: settings = [] }: TableBlock,
  context: BlockContext,
): Html {
  const classOf = (at: number) => {
    const { align = 'left', is_wrapped: isWrapped = false } = settings[at] ?? {};
    return `${align} ${isWrapped ? 'wrapped' : 'unwrapped'}`;
  };
  return markup`<div class="table"><div class="region" role="region" tabindex="0" aria-label="Table"><table>${renderRows(rows, { heads: undefined, classOf }, context)}</table></div></div>`;
}
