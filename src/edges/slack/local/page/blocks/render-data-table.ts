import type { DataTableBlock } from '@slack/types';
import type { BlockContext } from './block-context.ts';
import { markup, type Html } from '#src/html/markup.ts';
import { renderRows } from './render-rows.ts';

/** Rows on a page where a table does not say: Slack's own number. */
const usualPage = 5;

/** A table under its caption, in a region that scrolls by itself. Of more rows than a page some are seen at a time, and their number stands below. */
export function renderDataTable(
  {
    caption,
    rows,
    page_size: page = usualPage,
    row_header_column_index: heads = 0,
  }: DataTableBlock,
  context: BlockContext,
): Html {
  const body = rows.slice(1);
  const isPaged = body.length > page;
  const isNumeric = (at: number) => body.every((row) => row[at]?.type === 'raw_number');
  const classOf = (at: number) => (isNumeric(at) ? 'number' : undefined);
  const inside = markup`<caption><span>${caption}</span></caption>${renderRows(rows, { heads, classOf }, context)}`;
  const count = isPaged
    ? markup`<p class="count">${String(body.length)} rows. Scroll to see them all.</p>`
    : markup``;
  return markup`<div class="table"><div class="region${isPaged ? ' paged' : ''}" role="region" tabindex="0" aria-label="${caption}"><table>${inside}</table></div>${count}</div>`;
}
