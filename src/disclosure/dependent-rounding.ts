import { cancelCycles } from '#src/disclosure/cancel-cycles.ts';
import type { LaminarLevel } from '#src/disclosure/laminar-levels.ts';
import { linkAreas, linkWeeks } from '#src/disclosure/link-slices.ts';
import type { Draw } from '#src/disclosure/shift-mass.ts';
import { graphOf } from '#src/disclosure/slice.ts';
import { plantTrunks, sumUp } from '#src/disclosure/trunks.ts';
import { weekSlices } from '#src/disclosure/week-slices.ts';

/**
 * The sensitive leaves of one mode in some weeks that are drawn together: columns of equal length, each `trips` a whole number
 * between 0 and b, both excluded. `week` counts from 0. No two leaves share origin, destination and week.
 */
export type Block = {
  readonly origin: Int32Array;
  readonly destination: Int32Array;
  readonly week: Int32Array;
  readonly trips: Float64Array;
};

/**
 * Draws every leaf of a block as 0 or b, with P(b) = trips ÷ b exactly, dependently. In every week the sum of each origin and of
 * each destination, alone and with each of the finest groups of the other end, of every group of origins or of
 * destinations, and of all leaves moves by less than b.
 * Mass is first shifted between weeks, so that no sum over the weeks moves; then in each week round the cycles of the leaves and of
 * the two trees of sums. Each of these is a value between two multiples of b, and what flows into a vertex flows out of it. So
 * where one value is open another is, and a cycle is found until none is.
 * `levels`: from the finest partition of the areas to the whole, each inside the next. The same leaves must always come in the
 * same order.
 * Source: docs/policy.md, paragraph 5; Gandhi, Khuller, Parthasarathy and Srinivasan 2006.
 */
export function roundDependently(
  block: Block,
  base: number,
  levels: readonly LaminarLevel[],
  uniform: () => number,
): Float64Array {
  const trunks = plantTrunks(block, levels);
  const draw: Draw = { values: sumUp(block, trunks), base, uniform };
  const weeks = weekSlices(block, trunks);
  if (weeks.length > 1) {
    linkAreas(block, trunks, draw);
    linkWeeks(weeks, draw);
  }
  for (const week of weeks) cancelCycles(graphOf(week, draw), draw);
  return draw.values.subarray(0, trunks.leaves);
}
