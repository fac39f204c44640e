/** An open cell, at a row and a column. */
type OpenCell = { readonly ends: readonly [string, string]; readonly index: number };

type OpenCells = Map<string, Set<OpenCell>>;

/**
 * The plain dependent rounding of one table, for comparison: from some open cell on, walk along rows and columns until a cycle
 * closes or the way ends at both sides, and shift mass along it. Rows and columns are held, nothing else; the cells come in a
 * random order. `rows`, `columns`, `trips`: one per cell. Source: Gandhi, Khuller, Parthasarathy and Srinivasan 2006.
 */
export function roundWithoutOrder(
  rows: readonly string[],
  columns: readonly string[],
  trips: readonly number[],
  base: number,
  uniform: () => number,
): readonly number[] {
  const values = [...trips];
  const open: OpenCells = new Map();
  const order = values.map((_, index) => ({ index, at: uniform() }));
  for (const { index } of order.toSorted((a, b) => a.at - b.at)) {
    const cell: OpenCell = { ends: [`row ${rows[index]}`, `column ${columns[index]}`], index };
    for (const end of cell.ends) open.set(end, (open.get(end) ?? new Set()).add(cell));
  }
  for (const [start, cells] of open)
    while (cells.size > 0) shiftAlong(maximalWalk(start, open), open, { values, base, uniform });
  return values;
}

function maximalWalk(start: string, open: OpenCells): readonly OpenCell[] {
  const first = walkFrom(start, open);
  return first.isCycle ? first.cells : walkFrom(first.at, open).cells;
}

function walkFrom(
  start: string,
  open: OpenCells,
): { readonly cells: readonly OpenCell[]; readonly isCycle: boolean; readonly at: string } {
  const cells: OpenCell[] = [];
  const seen = new Map<string, number>();
  for (let at = start; ;) {
    const before = seen.get(at);
    if (before !== undefined) return { cells: cells.slice(before), isCycle: true, at };
    seen.set(at, cells.length);
    const next = [...(open.get(at) ?? [])].find((cell) => cell !== cells.at(-1));
    if (next === undefined) return { cells, isCycle: false, at };
    cells.push(next);
    at = next.ends[0] === at ? next.ends[1] : next.ends[0];
  }
}

function shiftAlong(
  walk: readonly OpenCell[],
  open: OpenCells,
  draw: { readonly values: number[]; readonly base: number; readonly uniform: () => number },
): void {
  const { values, base, uniform } = draw;
  const room = (isUp: boolean): number =>
    Math.min(
      ...walk.map(({ index }, step) =>
        isUp === (step % 2 === 0) ? base - (values[index] ?? 0) : (values[index] ?? 0),
      ),
    );
  const amount = uniform() * (room(true) + room(false)) < room(false) ? room(true) : -room(false);
  walk.forEach((cell, step) => {
    const value = (values[cell.index] ?? 0) + (step % 2 === 0 ? amount : -amount);
    values[cell.index] = value;
    if (value === 0 || value === base) for (const end of cell.ends) open.get(end)?.delete(cell);
  });
}
