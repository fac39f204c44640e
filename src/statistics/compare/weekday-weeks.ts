import { displayTrips } from '#src/disclosure/display-cell.ts';
import type { Protected } from '#src/disclosure/protected.ts';
import type { TrendInput, TrendWeek } from '#src/statistics/trend/trend-input.ts';
import { addDays, mondayOf, type IsoDate } from '#src/week.ts';

/** One day's protected total: a row of `queries/daily-trips.sql`. */
export type DailyRow = Protected<{
  readonly date: IsoDate;
  readonly trips: number;
  readonly withheld: number;
}>;

/** Whether the days of a week hold it: no more than its error bound is in days that are withheld or have no figure. */
function holdsWeek(days: readonly DailyRow[], { value }: TrendWeek, bound: number): boolean {
  const known = days.reduce((sum, { trips, withheld }) => sum + trips - withheld, 0);
  return value - known <= bound;
}

/**
 * The weeks of one day of the week: `weekday` 0 is Monday. A week is ordinary if it is in the weekly series `weeks` and its days hold it.
 * E is the week's: days have none of their own. Source: docs/policy.md, paragraphs 9 and 10.
 */
export function weekdayWeeks(
  weekday: number,
  days: readonly DailyRow[],
  weeks: readonly TrendWeek[],
  { bound, release }: Pick<TrendInput, 'bound' | 'release'>,
): readonly TrendWeek[] {
  const byWeek = Map.groupBy(days, ({ date }) => mondayOf(date));
  return weeks.map((week) => {
    const all = byWeek.get(week.week) ?? [];
    const value = all.find(({ date }) => date === addDays(week.week, weekday))?.trips ?? 0;
    const trips = displayTrips(value, bound, release.rounding);
    const usable = week.ordinary && value > 0 && holdsWeek(all, week, bound);
    const hidden =
      trips.kind === 'suppressed' || (week.ordinary && !usable)
        ? ({ kind: 'suppressed', label: 'too small to say' } as const)
        : undefined;
    const flag = week.flag ?? hidden;
    return { week: week.week, value, trips, flag, ordinary: usable && flag === undefined };
  });
}
