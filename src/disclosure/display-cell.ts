import type { Cell } from '#src/finding.ts';

/** How a sum of trips is shown: withheld below twice its error bound E, else rounded half up. Source: docs/policy.md, paragraph 10. */
export function displayTrips(sum: number, bound: number, rounding: number): Cell {
  if (sum < 2 * bound) return { kind: 'suppressed' };
  return { kind: 'published', value: Math.floor(sum / rounding + 0.5) * rounding };
}
