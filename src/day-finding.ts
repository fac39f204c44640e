import type { Protected } from '#src/disclosure/protected.ts';
import type { Cell, TrendFinding, WeekFlag } from '#src/finding.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { IsoDate } from '#src/week.ts';

/** One day. `trips`: `notApplicable` where its week has no figures by day. `flag`: why its week is not ordinary. */
export type FoundDay = {
  readonly date: IsoDate;
  readonly trips: Cell;
  readonly flag: WeekFlag | undefined;
};

/** Trips on one day of the week, on average over some weeks. `day`: "Monday". */
export type WeekdayMean = { readonly day: string; readonly trips: number };

/** The days of the week with the most and the fewest trips over some ordinary weeks, as shown; no other day has as many, or as few. */
export type WeekdayRange = {
  readonly weeks: readonly IsoDate[];
  readonly busiest: WeekdayMean;
  readonly quietest: WeekdayMean;
};

/**
 * Trips that end in a place, day by day, by all transport. The answer is the comparison of whole weeks, in `trend`: days have no error bound of their own.
 * `days`: one per day of whole weeks, ascending, no gaps. `leftOutPercent`: of a week's trips, the most that no figure by day holds; absent where that is within E.
 */
export type DayFinding = Protected<{
  readonly kind: 'day';
  readonly release: ReleaseInfo;
  readonly trend: TrendFinding;
  readonly days: readonly FoundDay[];
  readonly weekdays: WeekdayRange | undefined;
  readonly leftOutPercent: number | undefined;
}>;
