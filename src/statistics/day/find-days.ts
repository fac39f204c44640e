import type { DayFinding } from '#src/day-finding.ts';
import { deriveAll, type Protected } from '#src/disclosure/protected.ts';
import type { TrendFinding } from '#src/finding.ts';
import type { DayInput } from '#src/statistics/day/day-input.ts';
import { foundDays } from '#src/statistics/day/found-days.ts';
import { weekdayRange } from '#src/statistics/day/weekday-range.ts';
import { everyWeek } from '#src/statistics/trend/every-week.ts';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import type { TrendWeek } from '#src/statistics/trend/trend-input.ts';
import type { IsoDate } from '#src/week.ts';

/** The ordinary weeks that days of the week are told apart over: those after the date that are compared; without a date, all that are shown. */
function weeksToSplit(
  { since, change }: TrendFinding,
  weeks: readonly TrendWeek[],
): readonly IsoDate[] {
  if (since === undefined) return weeks.filter(({ ordinary }) => ordinary).map(({ week }) => week);
  return change !== undefined && 'afterWeeks' in change ? change.afterWeeks : [];
}

/** Finds the days of a place beside the comparison of its weeks. Source: docs/policy.md, paragraphs 9 and 10. */
export function findDays(input: DayInput): DayFinding {
  const weeks = everyWeek(input.trend);
  const trend = findTrend(input.trend);
  const { days, leftOutPercent } = foundDays(input, weeks);
  const rows: readonly Protected<unknown>[] = [...input.trend.rows, ...input.rows];
  return deriveAll(rows, () => ({
    kind: 'day' as const,
    release: input.trend.release,
    trend,
    days,
    weekdays: weekdayRange(input, weeksToSplit(trend, weeks), days),
    leftOutPercent,
  }));
}
