import type { ComparedBy, NoEvent } from '#src/compare-finding.ts';
import type { Protected } from '#src/disclosure/protected.ts';
import type { Ends, FoundMode } from '#src/finding.ts';
import type { When } from '#src/grammar/ask.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { TrendInput, TrendWeek } from '#src/statistics/trend/trend-input.ts';

/** One row to compare: its weeks, and what a trend of it is found from. `since`: the date as it holds here, or that it does not. */
export type ItemInput = {
  readonly name: string;
  readonly spoken: string;
  readonly since: When | NoEvent | undefined;
  readonly weeks: readonly TrendWeek[];
  readonly trend: TrendInput;
};

/**
 * What a comparison is found from. `items`: two or more, in the order asked, with one `lastDay`.
 * `rows`: every protected row that went into them. `asked`: around a date, or the last week.
 */
export type CompareInput = {
  readonly of: ComparedBy;
  readonly asked: 'date' | 'latest';
  readonly release: ReleaseInfo;
  readonly mode: FoundMode | undefined;
  readonly ends: Ends;
  readonly items: readonly ItemInput[];
  readonly rows: readonly Protected<unknown>[];
};
