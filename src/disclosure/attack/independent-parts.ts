import type { AttackedLine, AttackedTable } from '#src/disclosure/attack/attacked-table.ts';

/** A table of its own and, by its cell, the cell's number in the whole table. */
export type IndependentPart = { readonly table: AttackedTable; readonly cells: Int32Array };

/** Splits a table into the parts that no line joins: each can be attacked by itself without loss. Cells and lines keep their order. */
export function independentParts(table: AttackedTable): readonly IndependentPart[] {
  const root = rootsOf(table);
  const cellsOf = Map.groupBy(root.keys(), (cell) => root[cell] ?? 0);
  const filled = table.lines.filter(({ cells }) => cells.length > 0);
  const linesOf = Map.groupBy(filled, ({ cells }) => root[cells[0] ?? 0] ?? 0);
  const place = new Int32Array(root.length);
  return [...cellsOf].map(([first, cells]) => {
    cells.forEach((cell, at) => {
      place[cell] = at;
    });
    return partOf(table, Int32Array.from(cells), linesOf.get(first) ?? [], place);
  });
}

function rootsOf({ lower, lines }: AttackedTable): Int32Array {
  const above = Int32Array.from(lower.keys());
  for (const { cells } of lines)
    for (const cell of cells) above[rootOf(above, cell)] = rootOf(above, cells[0] ?? 0);
  return above.map((_, cell) => rootOf(above, cell));
}

/** Halves the way on each walk, so that later walks are short. */
function rootOf(above: Int32Array, cell: number): number {
  let at = cell;
  for (let up = above[at] ?? at; up !== at; up = above[at] ?? at) {
    above[at] = above[up] ?? up;
    at = up;
  }
  return at;
}

function partOf(
  { lower, upper }: AttackedTable,
  cells: Int32Array,
  lines: readonly AttackedLine[],
  place: Int32Array,
): IndependentPart {
  const table = {
    lower: Float64Array.from(cells, (cell) => lower[cell] ?? 0),
    upper: Float64Array.from(cells, (cell) => upper[cell] ?? Infinity),
    lines: lines.map((line) => ({ ...line, cells: line.cells.map((cell) => place[cell] ?? 0) })),
  };
  return { table, cells };
}
