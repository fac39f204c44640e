import type { Cell } from '#src/finding.ts';
import type { FlowsLead } from '#src/flows-finding.ts';

/** A flow that may be the largest. `bound`: how far `trips` may be off; `folded`: trips counted elsewhere that may belong to it. */
export type Rival = {
  readonly trips: number;
  readonly bound: number;
  readonly cell: Cell;
  readonly folded: number;
};

/** Flows named in words. */
export const namedFlows = 3;

/** Flows whose smallest is at least this share of the largest are about equal. */
const nearlyEqual = 0.9;

/** Whether a flow is shown and not nothing. */
export const isShown = ({ cell }: Pick<Rival, 'cell'>): boolean =>
  cell.kind === 'published' && cell.value > 0;

/** The most that some trips may truly be. What is withheld is below twice its bound, whatever it is. */
export const mostOf = ({ trips, bound }: Pick<Rival, 'trips' | 'bound'>): number =>
  Math.max(trips, 2 * bound) + bound;

const isAbove = (one: Rival, other: Rival): boolean => {
  const most = isShown(other) ? other.trips + other.bound : mostOf(other);
  return one.trips - one.bound > most + other.folded;
};

/** Which of some flows may be called the largest; undefined where none is shown. `rivals`: any order. */
export function findLead(rivals: readonly Rival[]): FlowsLead | undefined {
  const shown = rivals.filter(isShown).toSorted((a, b) => b.trips - a.trips);
  const hidden = rivals.filter((rival) => !isShown(rival));
  const [first] = shown;
  if (first === undefined) return undefined;
  const isKnownOnly = hidden.some((rival) => !isAbove(first, rival));
  const tied = shown.findLastIndex((rival) => !isAbove(first, rival)) + 1;
  if (tied === 1)
    return { kind: 'clear', counts: clearCounts(shown, isKnownOnly ? [] : hidden), isKnownOnly };
  const isEqual = (shown[tied - 1]?.trips ?? 0) >= nearlyEqual * first.trips;
  return { kind: isEqual ? 'equal' : 'close', counts: [tied], isKnownOnly };
}

/** How many of the first are each above all after them, the most first. */
function clearCounts(shown: readonly Rival[], hidden: readonly Rival[]): readonly number[] {
  const isClear = (count: number) =>
    count <= shown.length &&
    shown
      .slice(0, count)
      .every((one) => [...shown.slice(count), ...hidden].every((other) => isAbove(one, other)));
  return Array.from({ length: namedFlows }, (_, index) => namedFlows - index).filter(isClear);
}
