import { roundUpToSeries } from '#src/disclosure/round-up-to-series.ts';

/** What displayed trips are rounded to under base b: b ÷ 40, raised to 1, 2 or 5 × 10ⁿ, and at least 10. Source: docs/policy.md, paragraph 10. */
export function displayRounding(base: number): number {
  return Math.max(10, roundUpToSeries(base / 40));
}
