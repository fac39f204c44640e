import type { Baseline } from '#src/disclosure/revise/baseline.ts';
import type { IsoDate } from '#src/week.ts';
import type { LinkedDays } from './link-days.ts';

/** All that is known of a release: privileged. `modes`: those that the baseline's indices are of. */
export type Book = {
  readonly releaseId: string;
  readonly firstWeek: IsoDate;
  readonly modes: readonly string[];
  readonly baseline: Baseline;
  readonly days: LinkedDays;
};
