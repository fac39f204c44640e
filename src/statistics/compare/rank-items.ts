import type { ComparedItem } from '#src/statistics/compare/compared-item.ts';

/** A change as it is said, then as computed: some are said to 1 per cent and others to the nearest 5, and readers see what is said. */
function changeOf({ change, typical }: ComparedItem): readonly [number, number] | undefined {
  if (change.kind !== 'measured') return undefined;
  if (typical?.kind !== 'range' && typical?.kind !== 'noRange') return undefined;
  return [change.percent.value, typical.percent];
}

/** The items by their change, largest first; those without one last, in the order given. */
export function rankItems(items: readonly ComparedItem[]): readonly ComparedItem[] {
  return items.toSorted((a, b) => {
    const [one, other] = [changeOf(a), changeOf(b)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    return other[0] - one[0] || other[1] - one[1];
  });
}
