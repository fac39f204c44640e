import type { FoundDay, WeekdayMean, WeekdayRange } from '#src/day-finding.ts';
import { displayTrips } from '#src/disclosure/display-cell.ts';
import { weekdayNames } from '#src/statistics/compare/weekday-names.ts';
import type { DayInput } from '#src/statistics/day/day-input.ts';
import { addDays, type IsoDate } from '#src/week.ts';

/** Weeks needed to tell days of the week apart. */
const fewest = 2;

/** The weeks all of whose days are shown. */
function wholeWeeks(weeks: readonly IsoDate[], days: readonly FoundDay[]): readonly IsoDate[] {
  const shown = new Set(
    days.filter(({ trips }) => trips.kind === 'published').map(({ date }) => date),
  );
  return weeks.filter((week) => weekdayNames.every((_, index) => shown.has(addDays(week, index))));
}

/** The one item whose number no other reaches; undefined where two share it. */
function onlyOne(
  means: readonly WeekdayMean[],
  beats: (a: number, b: number) => boolean,
): WeekdayMean | undefined {
  return means.find((one) =>
    means.every((other) => other === one || beats(one.trips, other.trips)),
  );
}

/** The busiest and the quietest day of the week over those of `weeks` that are shown day by day; undefined with fewer than two such weeks or where days tie. */
export function weekdayRange(
  { trend, rows }: DayInput,
  weeks: readonly IsoDate[],
  days: readonly FoundDay[],
): WeekdayRange | undefined {
  const whole = wholeWeeks(weeks, days);
  if (whole.length < fewest) return undefined;
  const trips = new Map(rows.map((row) => [row.date, row.trips]));
  const means = weekdayNames.flatMap((day, index): WeekdayMean[] => {
    const sum = whole.reduce((total, week) => total + (trips.get(addDays(week, index)) ?? 0), 0);
    const mean = displayTrips(sum / whole.length, trend.bound, trend.release.rounding);
    return mean.kind === 'published' ? [{ day, trips: mean.value }] : [];
  });
  const busiest = onlyOne(means, (a, b) => a > b);
  const quietest = onlyOne(means, (a, b) => a < b);
  return busiest && quietest && { weeks: whole, busiest, quietest };
}
