import type { DayWindow } from '#src/statistics/day/day-input.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import { addDays, mondayOf, type IsoDate } from '#src/week.ts';

/** Weeks shown on each side of the week of the date; without a date, twice as many. */
const weeksEachSide = 4;

const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

/** The whole weeks to show by day: those around the date, else the last ones. An end that was asked for is where they end. */
export function dayWindow(
  { since, lastDay, release }: Pick<TrendInput, 'since' | 'lastDay' | 'release'>,
  untilAsked: boolean,
): DayWindow {
  const first = mondayOf(release.firstDay);
  if (since === undefined) {
    const from = addDays(lastDay, 1 - 7 * 2 * weeksEachSide);
    return { from: later(first, from), until: lastDay };
  }
  const week = mondayOf(since.date);
  const until = untilAsked ? lastDay : earlier(lastDay, addDays(week, 7 * weeksEachSide + 6));
  const from = earlier(addDays(week, -7 * weeksEachSide), mondayOf(until));
  return { from: later(first, from), until };
}
