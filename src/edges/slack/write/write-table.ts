import type { DataTableBlock, RawNumberElement, RawTextElement } from '@slack/types';
import { cutText } from './cut-text.ts';
import type { Fitted } from './fit-table.ts';

const pageSize = 10;

/** Few enough rows for one page all the same. */
const onePage = 15;

const wholeNumber = /^\d{1,3}(?:,\d{3}){0,4}$/u;

/** A table that a screen reader can walk: the first column names the row. `caption`: not empty. */
export function writeTable(caption: string, { columns, rows }: Fitted): DataTableBlock {
  const isNumeric = columns.map((_, at) => rows.every((row) => wholeNumber.test(row[at] ?? '')));
  return {
    type: 'data_table',
    caption: cutText(caption, 300),
    page_size: rows.length <= onePage ? rows.length : pageSize,
    row_header_column_index: 0,
    rows: [
      columns.map(rawText),
      ...rows.map((row) =>
        row.map((cell, at) => (isNumeric[at] === true && at > 0 ? rawNumber(cell) : rawText(cell))),
      ),
    ],
  };
}

const rawText = (text: string): RawTextElement => ({ type: 'raw_text', text });

/** Slack sorts a column by number only where all of it is of this kind. */
const rawNumber = (text: string): RawNumberElement => ({
  type: 'raw_number',
  value: Number(text.replaceAll(',', '')),
  text,
});
