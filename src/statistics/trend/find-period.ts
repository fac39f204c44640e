import { displayTrips } from '#src/disclosure/display-cell.ts';
import type { FoundPeriod } from '#src/finding.ts';
import type { TrendInput, TrendWeek } from '#src/statistics/trend/trend-input.ts';
import { addDays } from '#src/week.ts';

/** The whole weeks from since to the last day that counts, where an end was asked for; undefined where there are none. */
export function findPeriod(
  { since, isEnded, lastDay, bound, release }: TrendInput,
  weeks: readonly TrendWeek[],
): FoundPeriod | undefined {
  if (since === undefined || !isEnded) return undefined;
  const inside = weeks.filter(({ week }) => week >= since.date && addDays(week, 6) <= lastDay);
  if (inside.length === 0) return undefined;
  const mean = inside.reduce((sum, { value }) => sum + value, 0) / inside.length;
  return {
    weeks: inside.map(({ week }) => week),
    mean: displayTrips(mean, bound, release.rounding),
  };
}
