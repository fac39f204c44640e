import type { Table } from '#src/summary/table.ts';

const numeric = /^[\d,]+$|^\[[cxz]\]$/u;

/** The key rows of a table as aligned text, its head first: numbers to the right, two spaces between columns. */
export function printTable({ columns, rows, key }: Table): readonly string[] {
  const shown = key.map((index) => rows[index] ?? []);
  const widths = columns.map((column, at) =>
    Math.max(column.length, ...shown.map((row) => row[at]?.length ?? 0)),
  );
  const right = columns.map(
    (_, at) => shown.length > 0 && shown.every((row) => numeric.test(row[at] ?? '')),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) =>
        right[at] === true ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [columns, ...shown].map(line);
}
