import type { Cell } from '#src/finding.ts';

/** A mean put together from others is off by the error of doubles, which must not decide on which side of a limit it falls. */
const noise = 2 ** -20;

/** How a sum of trips is shown: withheld below twice its error bound E, else rounded half up. Source: docs/policy.md, paragraph 10. */
export function displayTrips(sum: number, bound: number, rounding: number): Cell {
  const trips = Math.round(sum / noise) * noise;
  if (trips < 2 * bound) return { kind: 'suppressed' };
  return { kind: 'published', value: Math.floor(trips / rounding + 0.5) * rounding };
}
