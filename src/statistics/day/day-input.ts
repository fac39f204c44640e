import type { Protected } from '#src/disclosure/protected.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import type { IsoDate } from '#src/week.ts';

/** One day's protected total: a row of `queries/daily-trips.sql`. */
export type DailyRow = Protected<{ readonly date: IsoDate; readonly trips: number }>;

/** The days to show: a Monday and a Sunday, both counted. */
export type DayWindow = { readonly from: IsoDate; readonly until: IsoDate };

/** What days are found from. `trend`: the place, as its trend is found. `rows`: the days of the window that have a published figure, any order. */
export type DayInput = {
  readonly trend: TrendInput;
  readonly window: DayWindow;
  readonly rows: readonly DailyRow[];
};
