/** How some durations are spread, in milliseconds. */
export type Spread = {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
};

/** The spread of some durations: each figure is one of them, that share of the way up. Of none: all 0. */
export function spreadOf(durationsMs: readonly number[]): Spread {
  const sorted = durationsMs.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
}
