import type { FoundDay } from '#src/day-finding.ts';
import { displayTrips } from '#src/disclosure/display-cell.ts';
import type { DayInput, DailyRow } from '#src/statistics/day/day-input.ts';
import { mostUnknownPercent } from '#src/statistics/trend/find-rest.ts';
import type { TrendWeek } from '#src/statistics/trend/trend-input.ts';
import { addDays, mondayOf } from '#src/week.ts';

const weekLength = 7;

/** The days of one week, and how many of its trips they do not hold: places too small to split have no figures by day. */
type WeekOfDays = { readonly days: readonly FoundDay[]; readonly missing: number };

function daysOf(week: TrendWeek, rows: readonly DailyRow[], { trend }: DayInput): WeekOfDays {
  const missing = week.value - rows.reduce((sum, { trips }) => sum + trips, 0);
  const isKnown =
    rows.length > 0 && missing <= Math.max(trend.bound, (week.value * mostUnknownPercent) / 100);
  const trips = new Map(rows.map((row) => [row.date, row.trips]));
  const days = Array.from({ length: weekLength }, (_, index): FoundDay => {
    const date = addDays(week.week, index);
    // A day without a row in a week with others had no trips.
    const cell = displayTrips(trips.get(date) ?? 0, trend.bound, trend.release.rounding);
    return { date, trips: isKnown ? cell : { kind: 'notApplicable' }, flag: week.flag };
  });
  return { days, missing: isKnown ? missing : 0 };
}

/**
 * Every day of the window. A week whose days do not hold nearly all of it has none.
 * `leftOutPercent`: rounded up; undefined where no week's days leave out more than E.
 */
export function foundDays(
  input: DayInput,
  weeks: readonly TrendWeek[],
): { readonly days: readonly FoundDay[]; readonly leftOutPercent: number | undefined } {
  const { window, trend } = input;
  const byWeek = Map.groupBy(input.rows, ({ date }) => mondayOf(date));
  const shown = weeks
    .filter(({ week }) => week >= window.from && week < window.until)
    .map((week) => ({ week, ...daysOf(week, byWeek.get(week.week) ?? [], input) }));
  const shares = shown
    .filter(({ missing }) => missing > trend.bound)
    .map(({ missing, week }) => (100 * missing) / week.value);
  return {
    days: shown.flatMap(({ days }) => days),
    leftOutPercent: shares.length === 0 ? undefined : Math.ceil(Math.max(...shares)),
  };
}
