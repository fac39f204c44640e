import type { BlockContext } from './block-context.ts';
import { attribute, markup, type Html } from '#src/html/markup.ts';
import { renderCell, type TableCell } from './render-cell.ts';

/** How columns are shown. `heads`: the column that names its row, if there is one. `classOf`: the class of a column's cells, by the column's place from 0. */
export type Columns = {
  readonly heads: number | undefined;
  readonly classOf: (at: number) => string | undefined;
};

type Row = readonly TableCell[];

/** The head and body of a table, of which the first row is the head. */
export function renderRows(
  [head = [], ...body]: readonly Row[],
  { heads, classOf }: Columns,
  context: BlockContext,
): Html {
  const classes = (at: number) => attribute('class', classOf(at));
  const top = head.map(
    (cell, at) => markup`<th scope="col"${classes(at)}>${renderCell(cell, context)}</th>`,
  );
  const rows = body.map(
    (row) =>
      markup`<tr>${row.map((cell, at) =>
        at === heads
          ? markup`<th scope="row"${classes(at)}>${renderCell(cell, context)}</th>`
          : markup`<td${classes(at)}>${renderCell(cell, context)}</td>`,
      )}</tr>`,
  );
  return markup`<thead><tr>${top}</tr></thead><tbody>${rows}</tbody>`;
}
