import { csvCell, csvLine } from './csv.ts';
import type { Grid } from './grid.ts';

/** What is published: `values` by index of the grid with its margins, `exact`: 1 where a cell was not touched. */
export type PublishedTable = {
  readonly grid: Grid;
  readonly values: Float64Array;
  readonly exact: Uint8Array;
};

type Status = 'exact' | 'sensitive' | 'margin';

const rowsInPiece = 8192;

/** The protected table as CSV, sorted by keys. A hidden cell drawn as 0 and an empty cell are the same row. */
export function* protectedRows(table: PublishedTable): Generator<string> {
  const { axes, size } = table.grid;
  const cells = axes.map(({ labels }) => labels.map((label) => `${csvCell(label)},`));
  const isMargin = axes.map(({ labels, leaves }) => marginsOf(labels.length, leaves));
  const at = axes.map(() => 0);
  let rows: string[] = [csvLine([...axes.map(({ key }) => key), 'value', 'status'])];
  for (let index = 0; index < size; index += 1) {
    let row = '';
    let margin = false;
    for (let key = 0; key < at.length; key += 1) {
      row += cells[key]?.[at[key] ?? 0] ?? '';
      margin ||= isMargin[key]?.[at[key] ?? 0] ?? false;
    }
    rows.push(`${row}${table.values[index]},${statusOf(table.exact[index] === 1, margin)}\n`);
    if (rows.length >= rowsInPiece) {
      yield rows.join('');
      rows = [];
    }
    step(at, cells);
  }
  yield rows.join('');
}

function marginsOf(length: number, leaves: readonly number[]): readonly boolean[] {
  const values = new Set(leaves);
  return Array.from({ length }, (_, position) => !values.has(position));
}

function statusOf(isExact: boolean, isMargin: boolean): Status {
  if (isMargin) return 'margin';
  return isExact ? 'exact' : 'sensitive';
}

/** The next combination, the last key moving fastest. */
function step(at: number[], cells: readonly (readonly string[])[]): void {
  for (let key = at.length - 1; key >= 0; key -= 1) {
    const next = (at[key] ?? 0) + 1;
    at[key] = next === cells[key]?.length ? 0 : next;
    if (at[key] !== 0) return;
  }
}
