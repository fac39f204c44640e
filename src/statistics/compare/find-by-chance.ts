import type { ByChance, CompareItem } from '#src/compare-finding.ts';
import { roundHalfUp } from '#src/statistics/said-percent.ts';

/** Rows from which on a reader must be told that some look clear by chance. */
const manyRows = 8;

/**
 * How many of many rows would look clear had nothing changed: the share `tail` of those with a likely range, at least one.
 * Undefined where none looks clear.
 */
export function findByChance(items: readonly CompareItem[], tail: number): ByChance | undefined {
  const ranged = items.flatMap(({ change }) =>
    change.kind === 'measured' && change.range !== undefined ? [change.verdict] : [],
  );
  const isClear = ranged.some((verdict) => verdict === 'rose' || verdict === 'fell');
  if (!isClear || ranged.length < manyRows) return undefined;
  return { rows: ranged.length, clear: Math.max(1, roundHalfUp(tail * ranged.length, 1)) };
}
