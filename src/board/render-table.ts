import { attribute, markup, type Html } from '#src/html/markup.ts';
import type { Table } from '#src/summary/table.ts';
import { words } from './words.ts';

/** A table that opens under its caption, in a region that scrolls by itself and that the keyboard reaches. */
export function renderTable({ caption, columns, rows }: Table): Html {
  const classes = columns.map((_, at) =>
    attribute('class', isNumeric(rows, at) ? 'number' : undefined),
  );
  const classOf = (at: number): Html => classes[at] ?? markup``;
  const head = columns.map((name, at) => markup`<th scope="col"${classOf(at)}>${name}</th>`);
  const body = rows.map(
    (row) =>
      markup`<tr>${row.map((cell, at) =>
        at === 0
          ? markup`<th scope="row"${classOf(at)}>${cell}</th>`
          : markup`<td${classOf(at)}>${cell}</td>`,
      )}</tr>`,
  );
  return markup`<details><summary>${words.table(caption)}</summary><div class="region" role="region" tabindex="0" aria-label="${caption}"><table><caption class="unseen">${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div></details>`;
}

/** Numbers, withheld ones among them. */
const isNumeric = (rows: readonly (readonly string[])[], at: number): boolean =>
  rows.some((row) => /\d/u.test(row[at] ?? '')) &&
  rows.every((row) => /^(?:[+−-]?[\d,.]+ ?%?|\[[cxz]\]|)$/u.test(row[at] ?? ''));
