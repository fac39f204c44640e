import { numberOfFlow } from '#src/disclosure/revise/flow-number.ts';
import type { FoldMove } from '#src/disclosure/fold-small-flows.ts';

/** Stands for flows that are in no figure. */
export const inNoFigure = -1;

/** By raw flow's number, the number of the leaf that its trips are said to be in; a flow that is not in the map is its own leaf. */
export function movedFlows(moves: Iterable<FoldMove>, areas: number): ReadonlyMap<number, number> {
  const to = new Map<number, number>();
  for (const move of moves) {
    const { mode, toOrigin: origin, toDestination: destination } = move;
    const leaf = origin < 0 ? inNoFigure : numberOfFlow({ origin, destination, mode }, areas);
    to.set(numberOfFlow(move, areas), leaf);
  }
  return to;
}
