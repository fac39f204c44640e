import type { LeftOut } from '#src/compare-finding.ts';
import type { ComparedItem } from '#src/statistics/compare/compared-item.ts';
import { restOf } from '#src/statistics/compare/rest-of.ts';

/** Of the rows with a figure, that of which most is counted elsewhere. */
export function mostLeftOut(items: readonly ComparedItem[]): LeftOut | undefined {
  const [most] = items
    .flatMap((item) => restOf(item)?.known ?? [])
    .toSorted((a, b) => b.percent - a.percent);
  return most && { percent: most.percent, rest: most.rest };
}
