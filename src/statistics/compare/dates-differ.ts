import type { CompareItem } from '#src/compare-finding.ts';

/** Whether the rows have more than one date among them, with a figure or without. */
export const datesDiffer = (items: readonly CompareItem[]): boolean =>
  new Set(items.flatMap(({ since }) => (since === undefined ? [] : [since.date]))).size > 1;
