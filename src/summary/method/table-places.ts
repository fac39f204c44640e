import { dateWords } from '#src/date-words.ts';
import type { CompareMethod } from '#src/method-finding.ts';
import type { Table } from '#src/summary/table.ts';
import { addDays, type IsoDate } from '#src/week.ts';

/** The days that some weeks lie in: "10 January 2022 to 23 January 2022". */
function daysOf(weeks: readonly IsoDate[]): string {
  const [first] = weeks;
  const last = weeks.at(-1);
  return first === undefined || last === undefined
    ? ''
    : `${dateWords(first)} to ${dateWords(addDays(last, 6))}`;
}

/** The ordinary weeks that each place is compared by. */
export function tablePlaces({ places }: CompareMethod): Table {
  return {
    caption: 'Ordinary weeks used, and the days they lie in',
    columns: ['Place', 'Date', 'Before', 'Between', 'After', 'Between', 'Note'],
    rows: places.map(({ name, date, beforeWeeks, afterWeeks, note }) => [
      name,
      date === undefined ? '' : dateWords(date),
      String(beforeWeeks.length),
      daysOf(beforeWeeks),
      String(afterWeeks.length),
      daysOf(afterWeeks),
      note,
    ]),
    key: places.map((_, index) => index),
  };
}
