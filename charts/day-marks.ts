import type { DayFinding, FoundDay } from '#src/day-finding.ts';
import { dayNumber, mondayOf } from '#src/week.ts';
import { type DaySpan, joinedSpans } from './day-span.ts';
import { type LineVertex, lineRuns } from './line-runs.ts';
import { palette } from './theme.ts';
import type { ShadedDays } from './trend-marks.ts';

/** From the middle of a week to that of its first day. */
const halfWeekLess = 3;

/** The days of a finding. Throws on one without days, which is never drawn. */
export function spanOfDays({ days }: DayFinding): DaySpan {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) throw new Error('a chart of days needs days');
  return { first: dayNumber(first.date), end: dayNumber(last.date) + 1 };
}

/** The line through the days, as runs of one tone, each vertex at noon. `week` of a vertex is its date. */
export function dayRuns(days: readonly FoundDay[]): readonly LineVertex[] {
  const asWeeks = days.map(({ date, trips, flag }) => ({ week: date, trips, flag }));
  return lineRuns(asWeeks).map((vertex) => ({ ...vertex, day: vertex.day - halfWeekLess }));
}

/** Days above which weekends are too narrow to shade. */
const mostShaded = 26 * 7;

/** Saturdays and Sundays, by the week; none where they would be too narrow to tell apart. */
export function weekends({ days }: DayFinding): readonly ShadedDays[] {
  if (days.length > mostShaded) return [];
  const mondays = new Set(days.map(({ date }) => mondayOf(date)));
  return [...mondays].map((monday) => ({
    from: dayNumber(monday) + 5,
    to: dayNumber(monday) + 7,
    fill: palette.period,
  }));
}

/** The runs of days whose trips are withheld. */
export const withheldDays = (days: readonly FoundDay[]): readonly DaySpan[] =>
  joinedSpans(
    days.filter(({ trips }) => trips.kind === 'suppressed').map(({ date }) => dayNumber(date)),
    1,
  );
