import type { SaidPercent, SaidRange } from '#src/finding.ts';

/** Rounds to a multiple of `to`, halves away from zero; never −0. */
export function roundHalfUp(value: number, to: number): number {
  const rounded = Math.sign(value) * Math.floor(Math.abs(value) / to + 0.5) * to;
  return rounded === 0 ? 0 : rounded;
}

/** A percentage as it is said: rounded once, to whole per cents or to the nearest 5. */
export const saidPercent = (percent: number, to: 1 | 5): SaidPercent => ({
  value: roundHalfUp(percent, to),
  to,
});

/** A range said to the same precision as its percentage, which it therefore contains. */
export const saidRange = (low: number, high: number, to: 1 | 5): SaidRange => ({
  low: roundHalfUp(low, to),
  high: roundHalfUp(high, to),
});
