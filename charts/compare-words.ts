import type { FrameWords } from './chart-words.ts';

/**
 * Every sentence that the chart of a comparison prints, made elsewhere from the same finding; the chart writes only its numbers and dates itself.
 * `before`, `after`, `range`: the key of the marks; `change`: the head of the column of numbers.
 * `notes`: of each row, what stands in the place of its marks; undefined where it has a figure.
 */
export type CompareWords = FrameWords & {
  readonly before: string;
  readonly after: string;
  readonly range: string;
  readonly change: string;
  readonly notes: readonly (string | undefined)[];
};
