import * as fc from 'fast-check';
import type { PrintedCell } from '#src/disclosure/attack/table-from-cells.ts';

/** A table of up to 3 × 3 counts with its margins, some of them (margins too) withheld; the last row and column are totals. */
export type SmallTable = {
  readonly rows: number;
  readonly columns: number;
  readonly counts: readonly number[];
  readonly withheld: readonly boolean[];
};

/** Counts up to 3, in tables of more than 6 cells up to 2, so that all tables that print alike can be tried. */
export const anySmallTable: fc.Arbitrary<SmallTable> = fc
  .record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      counts: fc.array(fc.integer({ min: 0, max: rows * columns > 6 ? 2 : 3 }), {
        minLength: rows * columns,
        maxLength: rows * columns,
      }),
      withheld: fc.array(fc.boolean(), {
        minLength: (rows + 1) * (columns + 1) - 1,
        maxLength: (rows + 1) * (columns + 1) - 1,
      }),
    }),
  );

/** The inner counts with all margins, row by row; the grand total is always printed, so that every interval is finite. */
function withMargins({ rows, columns }: SmallTable, counts: readonly number[]): readonly number[] {
  const at = (row: number, column: number): number => {
    if (row === rows) return sum(rows, (each) => at(each, column));
    if (column === columns) return sum(columns, (each) => at(row, each));
    return counts[row * columns + column] ?? 0;
  };
  return Array.from({ length: (rows + 1) * (columns + 1) }, (_, cell) =>
    at(Math.floor(cell / (columns + 1)), cell % (columns + 1)),
  );
}

const sum = (length: number, term: (at: number) => number) =>
  Array.from({ length }, (_, at) => term(at)).reduce((total, each) => total + each, 0);

/** The table as printed: keys are row and column numbers, `T` for the totals. */
export function printed(table: SmallTable): readonly PrintedCell[] {
  const { rows, columns, withheld } = table;
  const name = (at: number, end: number) => (at === end ? 'T' : `${at}`);
  return withMargins(table, table.counts).map((count, cell) => ({
    keys: [name(Math.floor(cell / (columns + 1)), rows), name(cell % (columns + 1), columns)],
    value: withheld[cell] === true ? undefined : count,
  }));
}

/** The least and most of every cell, margins too, over all tables that print alike: each is tried. */
export function enumerate(table: SmallTable): readonly (readonly [number, number])[] {
  const truth = withMargins(table, table.counts);
  const found = truth.map((): [number, number] => [Infinity, -Infinity]);
  const note = (count: number, cell: number) => {
    const [least, most] = found[cell] ?? [count, count];
    found[cell] = [Math.min(least, count), Math.max(most, count)];
  };
  for (const counts of alike(table, truth, [], truth.at(-1) ?? 0)) {
    const all = withMargins(table, counts);
    if (all.every((count, cell) => table.withheld[cell] === true || count === truth[cell]))
      all.forEach(note);
  }
  return found;
}

/** Inner counts of the printed grand total that agree with the printed inner counts and row totals. */
function* alike(
  table: SmallTable,
  truth: readonly number[],
  counts: readonly number[],
  left: number,
): Generator<readonly number[]> {
  const { columns, withheld } = table;
  const row = Math.floor(counts.length / columns);
  const cell = row * (columns + 1) + (counts.length % columns);
  const ended = counts.length % columns === 0 && counts.length > 0;
  const inRow = counts.slice(-columns).reduce((total, count) => total + count, 0);
  if (ended && withheld[cell - 1] === false && inRow !== truth[cell - 1]) return;
  if (counts.length === table.counts.length) {
    if (left === 0) yield counts;
    return;
  }
  const shown = withheld[cell] === true ? undefined : truth[cell];
  for (let count = shown ?? 0; count <= Math.min(left, shown ?? left); count += 1)
    yield* alike(table, truth, [...counts, count], left - count);
}
