import { protectionBound } from '#src/disclosure/percent-precision.ts';
import type { ComparedItem } from '#src/statistics/compare/compared-item.ts';
import { restOf } from '#src/statistics/compare/rest-of.ts';

/** The most that protection, and trips that are counted elsewhere, can have moved a change, in percentage points. */
function movedBy(item: ComparedItem): number {
  const { typical, input } = item;
  if (typical?.kind !== 'range') return 0;
  const most = input.trend.bound + (restOf(item)?.trips ?? 0);
  return protectionBound(typical.meanBefore, typical.meanAfter, most, most);
}

/**
 * Whether one change is clearly higher than another: their likely ranges do not meet, as said and as computed, and they lie
 * further apart than protection could have put them. False where either has no range. Two 95 % ranges that do not meet differ
 * at well below the 5 % level. Source: Schenker and Gentleman 2001, "On judging the significance of differences by examining the overlap between confidence intervals".
 */
export function liesAbove(one: ComparedItem, other: ComparedItem): boolean {
  const [a, b] = [one.typical, other.typical];
  if (a?.kind !== 'range' || b?.kind !== 'range') return false;
  if (one.change.kind !== 'measured' || other.change.kind !== 'measured') return false;
  const [high, low] = [one.change.range, other.change.range];
  if (high === undefined || low === undefined) return false;
  return (
    high.low > low.high &&
    a.percentLow > b.percentHigh &&
    a.percent - b.percent > movedBy(one) + movedBy(other)
  );
}
