import { addDays, dayNumber, mondayOf, type IsoDate } from '#src/week.ts';

/** A period in which an area's weeks are not ordinary; both ends count. */
export type Holiday = {
  readonly area: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly kind: string;
  readonly label: string;
};

/** A week that is not ordinary in an area and all below it. */
export type CalendarRow = {
  readonly area: string;
  readonly week: IsoDate;
  readonly kind: string;
  readonly label: string;
};

/**
 * The weeks that holidays touch, of those from `first` to `last` (Mondays). A bank holiday or a data fault counts on any day;
 * the other kinds count where they cover a day from Monday to Friday.
 */
export function calendarOf(
  holidays: readonly Holiday[],
  first: IsoDate,
  last: IsoDate,
): readonly CalendarRow[] {
  const rows = holidays.flatMap((holiday) => weeksOf(holiday, first, last));
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

const anyDay = new Set(['bankHoliday', 'fault']);

function weeksOf(
  { area, from, to, kind, label }: Holiday,
  first: IsoDate,
  last: IsoDate,
): readonly CalendarRow[] {
  const begins = from > first ? mondayOf(from) : first;
  const count = (dayNumber(to < last ? mondayOf(to) : last) - dayNumber(begins)) / 7 + 1;
  const days = anyDay.has(kind) ? 7 : 5;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(begins, 7 * index))
    .filter((week) => from <= addDays(week, days - 1) && to >= week)
    .map((week) => ({ area, week, kind, label }));
}
