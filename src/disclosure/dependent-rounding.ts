import { cancelCycles, type Graph } from '#src/disclosure/cancel-cycles.ts';
import { emptyForest } from '#src/disclosure/empty-forest.ts';
import type { LaminarLevel } from '#src/disclosure/laminar-levels.ts';
import { isOpen, type Draw } from '#src/disclosure/shift-mass.ts';

/** The sensitive leaves of one week and mode: columns of equal length, each `trips` a whole number between 0 and b, both excluded. */
export type Block = {
  readonly origin: ArrayLike<number>;
  readonly destination: ArrayLike<number>;
  readonly trips: ArrayLike<number>;
};

/**
 * Draws every leaf of a block as 0 or b, with P(b) = trips ÷ b exactly, dependently, so that the sum of every origin and
 * every destination moves by less than b. Mass is first shifted inside pairs of regions, then of countries, then anywhere,
 * so that those sums move little too. Leaves must come in an order that does not depend on the rows' order.
 * Source: docs/policy.md, paragraph 5; Gandhi, Khuller, Parthasarathy and Srinivasan 2006.
 */
export function roundDependently(
  block: Block,
  base: number,
  levels: readonly LaminarLevel[],
  uniform: () => number,
): Float64Array {
  const draw: Draw = { values: Float64Array.from(block.trips), base, uniform };
  let open = [...draw.values.keys()];
  for (const level of levels) {
    cancelCycles(graphWithin(block, level), open, draw);
    open = open.filter((edge) => isOpen(draw.values[edge] ?? 0, base));
  }
  emptyForest(graphWithin(block, wholeOf(levels)), open, draw);
  return draw.values;
}

function wholeOf(levels: readonly LaminarLevel[]): LaminarLevel {
  const whole = levels.at(-1);
  if (whole === undefined) throw new Error('no laminar levels');
  return whole;
}

/** A vertex is an area together with the other end's group, so that the graph falls apart into pairs of groups. */
function graphWithin(
  { origin, destination, trips }: Block,
  { group, groups }: LaminarLevel,
): Graph {
  const side = group.length * groups;
  const from = new Int32Array(trips.length);
  const to = new Int32Array(trips.length);
  for (let edge = 0; edge < trips.length; edge += 1) {
    from[edge] = (origin[edge] ?? 0) * groups + (group[destination[edge] ?? 0] ?? 0);
    to[edge] = side + (destination[edge] ?? 0) * groups + (group[origin[edge] ?? 0] ?? 0);
  }
  return { from, to, vertices: 2 * side };
}
