import type { Bounds } from '#src/disclosure/attack/attacked-table.ts';

const tolerance = 1e-6;

/** How many of the cells (numbers) are known to less than `width`: most − least < width. A width above 0 but below 1 counts the cells known exactly. */
export function countNarrowed(
  { lower, upper }: Bounds,
  cells: readonly number[],
  width: number,
): number {
  return cells.filter((cell) => (upper[cell] ?? 0) - (lower[cell] ?? 0) < width - tolerance).length;
}
