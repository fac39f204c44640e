import { monthNames } from '#src/grammar/month-names.ts';
import type { IsoDate } from '#src/week.ts';

/** A date as readers see it: "19 January 2022". Says what is written, real date or not. */
export function sayDate(date: IsoDate): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${monthNames[Number(month) - 1]} ${year}`;
}
