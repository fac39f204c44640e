import type { ComparedItem } from '#src/statistics/compare/compared-item.ts';
import { findRest, type Rest } from '#src/statistics/trend/find-rest.ts';

/** What of a row's trips is counted elsewhere, in the weeks that its figure compares; undefined without a figure, and where nothing is. */
export function restOf({ change, input }: ComparedItem): Rest | undefined {
  if (change.kind !== 'measured') return undefined;
  return findRest(input.trend, [...change.beforeWeeks, ...change.afterWeeks]);
}
