import { displayTrips } from '#src/disclosure/display-cell.ts';
import type { WeekFlag } from '#src/finding.ts';
import { flagWeeks } from '#src/statistics/ordinary-weeks.ts';
import type { TrendInput, TrendWeek } from '#src/statistics/trend/trend-input.ts';
import { addDays, mondayOf } from '#src/week.ts';

const tooSmallToSay: WeekFlag = { kind: 'suppressed', label: 'too small to say' };

/** Every week of the data up to `lastDay`: a week without a published leaf counts 0 and is not ordinary. */
export function everyWeek(input: TrendInput): readonly TrendWeek[] {
  const totals = new Map(input.rows.map(({ week, trips }) => [week, trips]));
  const flags = flagWeeks(input.calendar);
  const weeks: TrendWeek[] = [];
  for (let week = mondayOf(input.release.firstDay); week < input.lastDay; week = addDays(week, 7)) {
    const value = totals.get(week) ?? 0;
    const trips = displayTrips(value, input.bound, input.release.rounding);
    const flag = flags.get(week) ?? (trips.kind === 'suppressed' ? tooSmallToSay : undefined);
    weeks.push({ week, value, trips, flag, ordinary: flag === undefined && value > 0 });
  }
  return weeks;
}
