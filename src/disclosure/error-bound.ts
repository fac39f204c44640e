import type { RawCube } from '#src/disclosure/cube.ts';
import type { DrawOptions, JudgedLeaves } from '#src/disclosure/draw-leaves.ts';
import type { FoldedCube } from '#src/disclosure/fold-small-flows.ts';
import { placesAround } from '#src/disclosure/places-around.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';

/** What the bound is computed from: privileged. */
type BoundInput = {
  readonly cube: RawCube;
  readonly folded: Pick<FoldedCube, 'leaves' | 'padded' | 'gaps'>;
  readonly judged: JudgedLeaves;
  readonly base: number;
  readonly zeros: DisclosurePolicy['zeros'];
};

/**
 * E per `destination × modes + mode`: in every week |published − true| of the trips that end in that place is at most E, where
 * true is the raw figure. A place is an area with all that lies in it: regions and countries have a bound of their own.
 *
 * The draw moves a place's week by less than b. It moves nothing where the place has no sensitive leaf and no eligible flow
 * without trips in any week; the two count alike, or E would tell a hidden leaf from an empty one.
 * Folding, capping and withholding move it by the difference between what goes into the draw and the raw figure. A number of
 * devices does not bound that in trips, and several leaves of one place may be capped in one week, so the largest such
 * difference of any week is measured, and published only as a multiple of b above it. How far above is drawn with the key:
 * a fixed rounding would tell an insider on which side of a multiple the hidden trips lie. One number is drawn for all places of a
 * mode: the same hidden trips are in a district, its region and its country, and three draws of them would tell more than one.
 * Source: docs/policy.md, paragraph 8.
 */
export function errorBound(input: BoundInput, options: DrawOptions): Float64Array {
  const { cube, base } = input;
  const draws = countDraws(input);
  const uniforms = cube.modes.map((mode) => options.stream(`${options.series}|bound|${mode}`)());
  return largestMoves(input).map((move, column) => {
    const drawn = base * (draws[column] ?? 0);
    return move === 0
      ? drawn
      : drawn + coarse(move, base, uniforms[column % cube.modes.length] ?? 0);
  });
}

/** A multiple of b above `move`: the next, or with probability (move mod b) ÷ b the one after. `uniform` in [0, 1). */
function coarse(move: number, base: number, uniform: number): number {
  return base * (1 + Math.floor((move + Math.floor(uniform * base)) / base));
}

/** By column: how many sums that the draw holds make up the place: its own leaves, and all that lies in it. */
function countDraws({ cube, folded, judged }: BoundInput): Uint8Array {
  const { destination, mode } = folded.leaves;
  const modes = cube.modes.length;
  const own = Uint8Array.from(folded.gaps);
  judged.sensitive.forEach((is, leaf) => {
    if (is === 1) own[(destination[leaf] ?? 0) * modes + (mode[leaf] ?? 0)] = 1;
  });
  const inside = new Uint8Array(own.length);
  placesAround(cube.areas).forEach((around, place) => {
    for (const outer of around)
      for (let at = 0; at < modes; at += 1)
        inside[outer * modes + at] ||= own[place * modes + at] ?? 0;
  });
  return own.map((drawn, column) => drawn + (inside[column] ?? 0));
}

/**
 * By column: the largest |into the draw − raw| of any week. Where zeros are protected, a leaf of no trips goes into the draw as one:
 * it counts as one of one trip does, so that E does not tell them apart.
 */
function largestMoves({ cube, folded, judged, zeros }: BoundInput): Float64Array {
  const columns = cube.areas.codes.length * cube.modes.length;
  const moves = new Float64Array(columns * cube.weeks.length);
  const faint = new Float64Array(moves.length);
  addColumns(moves, cube, folded.leaves, judged.capped, 1);
  addColumns(moves, cube, folded.leaves, Float64Array.from(folded.padded), -1);
  addColumns(moves, cube, cube.leaves, cube.leaves.trips, -1);
  if (zeros === 'protected') {
    const isFaint = judged.capped.map((trips) => Number(trips <= 1));
    addColumns(faint, cube, folded.leaves, isFaint, 1);
  }
  const largest = new Float64Array(columns);
  moves.forEach((move, cell) => {
    const column = Math.floor(cell / cube.weeks.length);
    const most = Math.abs(move) + (faint[cell] ?? 0);
    largest[column] = Math.max(largest[column] ?? 0, most);
  });
  return largest;
}

function addColumns(
  moves: Float64Array,
  { areas, modes, weeks }: RawCube,
  { destination, mode, week }: RawCube['leaves'],
  trips: Float64Array,
  sign: 1 | -1,
): void {
  const around = placesAround(areas);
  const add = (place: number, row: number): void => {
    const column = place * modes.length + (mode[row] ?? 0);
    const cell = column * weeks.length + (week[row] ?? 0);
    moves[cell] = (moves[cell] ?? 0) + sign * (trips[row] ?? 0);
  };
  destination.forEach((place, row) => {
    add(place, row);
    for (const outer of around[place] ?? []) add(outer, row);
  });
}
