/** A row's change and likely range, in per cent. */
export type PercentRow = { readonly value: number; readonly low: number; readonly high: number };

/** The span of a percentage axis. */
export type PercentDomain = { readonly low: number; readonly high: number };

/** A range that reaches more than this many times as far as the usual one flattens the others. */
const tooFar = 4;
/** The axis never spans less, so that noise does not look like change. */
const least = 10;
/** Room beyond the outermost mark, as a share of the span. */
const room = 0.04;

const reachOf = ({ low, high }: PercentRow): number => Math.max(Math.abs(low), Math.abs(high));

/** How far from no change likely ranges are drawn: as far as they go, but for those that would flatten the rest. */
function furthest(rows: readonly PercentRow[]): number {
  const reaches = rows.map(reachOf).toSorted((a, b) => a - b);
  const usual = reaches[Math.floor((reaches.length - 1) / 2)] ?? 0;
  const values = rows.map(({ value }) => Math.abs(value));
  return Math.max(tooFar * usual, 1.2 * Math.max(0, ...values), least);
}

/**
 * The span that holds no change, every change and every likely range, but for ranges so wide that they would flatten the others: those are cut.
 * Rows without a range have `low` and `high` at their change.
 */
export function percentDomain(rows: readonly PercentRow[]): PercentDomain {
  const limit = furthest(rows);
  const low = Math.min(0, ...rows.map((row) => Math.max(row.low, -limit)));
  const high = Math.max(0, ...rows.map((row) => Math.min(row.high, limit)));
  const span = Math.max(high - low, least);
  const missing = span - (high - low);
  return {
    low: low - room * span - (low < 0 && high === 0 ? missing : 0),
    high: high + room * span + (low < 0 && high === 0 ? 0 : missing),
  };
}
