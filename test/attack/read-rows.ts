import { z } from 'zod';
import type { Faces } from '#test/attack/faces.ts';

/** A table as one face shows it: the terminal shows its key rows only. */
export type FaceRows = {
  readonly face: 'table' | 'terminal';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const tableShape = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

const cells = (line: string): readonly string[] => line.trim().split(/ {2,}/u);

/** The lines under the head of the table, up to the next empty line. */
function printedRows(page: string, columns: readonly string[]): FaceRows['rows'] {
  const lines = page.split('\n');
  const head = lines.findIndex((line) => cells(line).join('|') === columns.join('|'));
  if (head < 0) throw new Error('the page shows no table');
  const end = lines.indexOf('', head);
  return lines.slice(head + 1, end).map(cells);
}

/** The table of an answer, as it is given and as it is printed. */
export function rowsOfFaces({ table, terminal }: Faces): readonly FaceRows[] {
  const { columns, rows } = tableShape.parse(JSON.parse(table));
  return [
    { face: 'table', columns, rows },
    { face: 'terminal', columns, rows: printedRows(terminal, columns) },
  ];
}
