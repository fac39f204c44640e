import type { AttackedTable, Bounds } from '#src/disclosure/attack/attacked-table.ts';
import { independentParts } from '#src/disclosure/attack/independent-parts.ts';
import { outerBounds } from '#src/disclosure/attack/outer-bounds.ts';
import type { LinearProgram, LinearSolver } from '#src/ports.ts';

/**
 * `cells`: only these are sought (default all). `enough`: a cell that is seen over this width is sought no further, and
 * its bounds are then the values seen, which lie inside of what is possible (default: everything is sought to the end).
 */
type AttackOptions = { readonly cells?: ArrayLike<number>; readonly enough?: number };

/** A search in one part: what solutions have shown of each cell, and what no solution can pass. */
type Search = {
  readonly program: LinearProgram;
  readonly outer: Bounds;
  readonly seen: Bounds;
  readonly wanted: readonly number[];
  readonly enough: number;
};

const tolerance = 1e-6;
const leastGain = 0.15;

/**
 * The least and most value of every sought cell if cells could take fractions: whole values lie inside, so these bounds are
 * never too close (`outer`), and for two-way tables they are exact. Cells that are not sought get their own bounds.
 * Programs that move many cells at once come first; what they show needs no program of its own. Throws `ReleaseFault`
 * where no table fits.
 */
export function boundsByProgram(
  table: AttackedTable,
  solver: LinearSolver,
  options: AttackOptions = {},
): Bounds {
  const bounds = { lower: table.lower.slice(), upper: table.upper.slice() };
  const sought = new Set(Array.from(options.cells ?? table.lower.keys()));
  for (const part of independentParts(table)) {
    const wanted = [...part.cells.keys()].filter((at) => sought.has(part.cells[at] ?? -1));
    if (wanted.length === 0) continue;
    const seen = searchPart(part.table, wanted, solver, options.enough ?? Infinity);
    for (const at of wanted) {
      bounds.lower[part.cells[at] ?? 0] = seen.lower[at] ?? 0;
      bounds.upper[part.cells[at] ?? 0] = seen.upper[at] ?? Infinity;
    }
  }
  return bounds;
}

function searchPart(
  table: AttackedTable,
  wanted: readonly number[],
  solver: LinearSolver,
  enough: number,
): Bounds {
  const outer = outerBounds(table);
  const program = solver.open({ ...outer, lines: table.lines });
  const none = table.lower.slice();
  const seen = { lower: none.map(() => Infinity), upper: none.map(() => -Infinity) };
  try {
    const search = { program, outer, seen, wanted, enough };
    moveMany(search);
    for (const cell of wanted) moveOne(search, cell);
    return withoutNoise(search);
  } finally {
    program.close();
  }
}

const isWide = ({ seen, enough }: Search, cell: number) =>
  (seen.upper[cell] ?? 0) - (seen.lower[cell] ?? 0) >= enough;

const isAtTop = ({ seen, outer }: Search, cell: number) =>
  (seen.upper[cell] ?? 0) >= (outer.upper[cell] ?? 0) - tolerance;

const isAtBottom = ({ seen, outer }: Search, cell: number) =>
  (seen.lower[cell] ?? 0) <= (outer.lower[cell] ?? 0) + tolerance;

/** All cells that are still open, up and then down together, for as long as a round settles at least 15 % of them. */
function moveMany(search: Search): void {
  let before = Infinity;
  for (;;) {
    const up = search.wanted.filter((cell) => !isWide(search, cell) && !isAtTop(search, cell));
    const down = search.wanted.filter((cell) => !isWide(search, cell) && !isAtBottom(search, cell));
    const open = up.length + down.length;
    if (open === 0 || open > before * (1 - leastGain)) return;
    before = open;
    if (up.length > 0) move(search, up, 1);
    if (down.length > 0) move(search, down, -1);
  }
}

/** Afterwards the cell's seen values are its bounds, unless they are wide enough. */
function moveOne(search: Search, cell: number): void {
  if (!isWide(search, cell) && !isAtTop(search, cell) && !move(search, [cell], 1))
    search.seen.upper[cell] = Infinity;
  if (!isWide(search, cell) && !isAtBottom(search, cell) && !move(search, [cell], -1))
    search.seen.lower[cell] = -Infinity;
}

/** Values that the solver's tolerance keeps off what no table can pass. */
function withoutNoise(search: Search): Bounds {
  const { seen, outer } = search;
  return {
    lower: seen.lower.map((least, cell) =>
      isAtBottom(search, cell) ? (outer.lower[cell] ?? 0) : least,
    ),
    upper: seen.upper.map((most, cell) =>
      isAtTop(search, cell) ? (outer.upper[cell] ?? 0) : most,
    ),
  };
}

/** Solves for the greatest (or least) sum of the cells and takes note of every cell; false where the sum has no end. */
function move({ program, seen }: Search, cells: readonly number[], direction: 1 | -1): boolean {
  const values = program.maximise(cells, new Float64Array(cells.length).fill(direction));
  values?.forEach((value, cell) => {
    seen.lower[cell] = Math.min(seen.lower[cell] ?? 0, value);
    seen.upper[cell] = Math.max(seen.upper[cell] ?? 0, value);
  });
  return values !== undefined;
}
