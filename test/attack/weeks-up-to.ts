import { addDays, type IsoDate } from '#src/week.ts';

/** So many whole weeks up to that of a Monday, ascending. */
export const weeksUpTo = (last: IsoDate, count: number): readonly IsoDate[] =>
  Array.from({ length: count }, (_, at) => addDays(last, 7 * (at + 1 - count)));
