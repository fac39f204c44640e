import type { Cell } from '#src/finding.ts';
import type { FlowsBounds } from '#src/flows-finding.ts';

/** A number as it is shown, with how far it may be off. */
export type BoundedCell = { readonly cell: Cell; readonly bound: number };

/** How far the flows that are shown may be off, all together; undefined where none is. */
export function flowsBounds(
  cells: readonly BoundedCell[],
  isProved: boolean,
): FlowsBounds | undefined {
  const bounds = cells.filter(({ cell }) => cell.kind === 'published').map(({ bound }) => bound);
  if (bounds.length === 0) return undefined;
  return { most: Math.max(...bounds), isAlike: new Set(bounds).size === 1, isProved };
}
