import { dateWords } from '#src/date-words.ts';
import type { DayFinding, FoundDay } from '#src/day-finding.ts';
import { weekdayNames } from '#src/statistics/compare/weekday-names.ts';
import { cellText } from '#src/summary/cell-text.ts';
import { rowsAround } from '#src/summary/rows-around.ts';
import type { Table } from '#src/summary/table.ts';
import { endsInFull } from '#src/summary/trend/trend-subject.ts';
import { dayNumber, mondayOf } from '#src/week.ts';

/** What is said of a day: how its week is used, or why it is not. */
function noteOf({ date, flag }: FoundDay, { trend: { change, since } }: DayFinding): string {
  const week = mondayOf(date);
  if (date === since?.date) return 'the date';
  const after = since === undefined ? 'last week' : 'week after';
  if (change !== undefined && 'beforeWeeks' in change && change.beforeWeeks.includes(week))
    return 'week before';
  if (change !== undefined && 'afterWeeks' in change && change.afterWeeks.includes(week))
    return after;
  if (since !== undefined && week === mondayOf(since.date)) return 'week of the date';
  return flag?.label ?? '';
}

/** Days shown where room is short: two weeks. */
const shortTable = 14;

/** The days around the date asked about, or the last ones. */
function nearRows({ days, trend: { since } }: DayFinding): readonly number[] {
  const centre =
    since === undefined ? days.length : days.findIndex(({ date }) => date >= since.date);
  return rowsAround(centre, days.length, shortTable);
}

/** Every day drawn, with its trips and how the comparison uses its week. */
export function tableDays(finding: DayFinding): Table {
  const { days, trend } = finding;
  return {
    caption: `Trips a day ${endsInFull(trend.ends).text}`,
    columns: ['Date', 'Day', 'Trips', 'Use or note'],
    rows: days.map((day) => [
      dateWords(day.date),
      weekdayNames[dayNumber(day.date) - dayNumber(mondayOf(day.date))] ?? '',
      cellText(day.trips),
      noteOf(day, finding),
    ]),
    key: nearRows(finding),
  };
}
