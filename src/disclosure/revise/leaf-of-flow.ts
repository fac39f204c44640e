import type { FoldMove } from '#src/disclosure/fold-small-flows.ts';
import { numberOfFlow } from './flow-number.ts';

/** The leaf of flows that are in no figure. */
export const withheldLeaf = -1;

/**
 * For a week: the number of the leaf that a flow's trips are counted in, as its release folded it; `withheldLeaf` where they are in none.
 * A flow that was not moved is its own leaf, a flow that had no trips then too.
 */
export function leafOfFlow(
  moves: readonly FoldMove[],
  week: number,
  areas: number,
): (flow: number) => number {
  const leaves = new Map<number, number>();
  for (const move of moves) {
    if (week < move.first || week >= move.end) continue;
    const { toOrigin: origin, toDestination: destination, mode } = move;
    const leaf = origin < 0 ? withheldLeaf : numberOfFlow({ origin, destination, mode }, areas);
    leaves.set(numberOfFlow(move, areas), leaf);
  }
  return (flow) => leaves.get(flow) ?? flow;
}
