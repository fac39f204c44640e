import type { CompareFinding, CompareItem } from '#src/compare-finding.ts';

/** How far a row clearly rose, in per cent, below nought where it fell; nought where neither is clear. */
function clearRise(item: CompareItem | undefined): number {
  if (item?.change.kind !== 'measured') return 0;
  const { verdict, percent } = item.change;
  return verdict === 'rose' || verdict === 'fell' ? percent.value : 0;
}

/**
 * The largest rise or the largest fall, whichever is larger, and the rows that its likely range does not meet.
 * It stands at its end of the ranking, so there is none beyond which a change is not clear. `order`: indexes by change, largest first.
 */
export function findLeader(
  items: readonly CompareItem[],
  order: readonly number[],
): CompareFinding['leader'] {
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined || order.length < 2) return undefined;
  const [rise, fall] = [clearRise(items[first]), -clearRise(items[last])];
  if (rise <= 0 && fall <= 0) return undefined;
  return fall > rise
    ? { item: last, apart: order.filter((other) => items[other]?.above.includes(last) === true) }
    : { item: first, apart: items[first]?.above ?? [] };
}
