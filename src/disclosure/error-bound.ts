import type { RawCube } from '#src/disclosure/cube.ts';
import type { DrawOptions } from '#src/disclosure/draw-leaves.ts';
import type { FoldedCube } from '#src/disclosure/fold-small-flows.ts';
import type { JudgedLeaves } from '#src/disclosure/judge-leaves.ts';

/** What the bound is computed from: privileged. */
type BoundInput = {
  readonly cube: RawCube;
  readonly folded: FoldedCube;
  readonly judged: JudgedLeaves;
  readonly base: number;
};

/**
 * E per `destination × modes + mode`: in every week |published − true| of that column is at most E, where true is the raw column.
 *
 * The draw moves a column's week by less than b. It moves nothing where the column has no sensitive leaf and no eligible flow
 * without trips in any week; the two count alike, or E would tell a hidden leaf from an empty one.
 * Folding, capping and withholding move it by the difference between what goes into the draw and the raw column. A number of
 * devices does not bound that in trips, and several leaves of one column may be capped in one week, so the largest such
 * difference of any week is measured, and published only as a multiple of b above it. How far above is drawn with the key:
 * a fixed rounding would tell an insider on which side of a multiple the hidden trips lie.
 * Source: docs/policy.md, paragraph 8.
 */
export function errorBound(input: BoundInput, options: DrawOptions): Float64Array {
  const { cube, base } = input;
  const drawn = drawnColumns(input);
  return largestMoves(input).map((move, column) => {
    const draw = drawn[column] === 1 ? base : 0;
    return move === 0 ? draw : draw + coarse(move, base, uniformFor(cube, column, options));
  });
}

/** A multiple of b above `move`: the next, or with probability (move mod b) ÷ b the one after. `uniform` in [0, 1). */
function coarse(move: number, base: number, uniform: number): number {
  return base * (1 + Math.floor((move + Math.floor(uniform * base)) / base));
}

function uniformFor({ areas, modes }: RawCube, column: number, options: DrawOptions): number {
  const destination = areas.codes[Math.floor(column / modes.length)];
  const mode = modes[column % modes.length];
  return options.stream(`${options.releaseId}|bound|${destination}|${mode}`)();
}

/** 1 for each column that the draw may move. */
function drawnColumns({ cube, folded, judged }: BoundInput): Uint8Array {
  const { destination, mode } = folded.leaves;
  const drawn = Uint8Array.from(folded.gaps);
  judged.sensitive.forEach((is, leaf) => {
    if (is === 1) drawn[(destination[leaf] ?? 0) * cube.modes.length + (mode[leaf] ?? 0)] = 1;
  });
  return drawn;
}

/** By column: the largest |into the draw − raw| of any week. */
function largestMoves({ cube, folded, judged }: BoundInput): Float64Array {
  const columns = cube.areas.codes.length * cube.modes.length;
  const moves = new Float64Array(columns * cube.weeks.length);
  addColumns(moves, cube, folded.leaves, judged.capped, 1);
  addColumns(moves, cube, cube.leaves, cube.leaves.trips, -1);
  const largest = new Float64Array(columns);
  moves.forEach((move, cell) => {
    const column = Math.floor(cell / cube.weeks.length);
    largest[column] = Math.max(largest[column] ?? 0, Math.abs(move));
  });
  return largest;
}

function addColumns(
  moves: Float64Array,
  { modes, weeks }: RawCube,
  { destination, mode, week }: RawCube['leaves'],
  trips: Float64Array,
  sign: 1 | -1,
): void {
  trips.forEach((value, row) => {
    const column = (destination[row] ?? 0) * modes.length + (mode[row] ?? 0);
    const cell = column * weeks.length + (week[row] ?? 0);
    moves[cell] = (moves[cell] ?? 0) + sign * value;
  });
}
