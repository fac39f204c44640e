import type { IsoDate } from '#src/week.ts';

/** The months as they are written, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A date as readers see it: "19 January 2022". Says what is written, real date or not. */
export function dateWords(date: IsoDate): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${monthNames[Number(month) - 1]} ${year}`;
}

/** A date where room is short: "19 Jan 2022". */
export function shortDateWords(date: IsoDate): string {
  const [day, month, year] = dateWords(date).split(' ');
  return `${day} ${month?.slice(0, 3)} ${year}`;
}
