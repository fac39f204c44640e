import { mondayOf } from '#src/week.ts';
import type { Column } from '#test/attack/column.ts';
import type { Country } from '#test/attack/country.ts';
import { anything, type Interval } from '#test/attack/interval.ts';
import type { Statement } from '#test/attack/statement.ts';

const wholeWeek = 7;

/** What the days of a column say of its week: no less than their sum, and for a place without parts no more. */
export function allDaysOf(
  { place, week }: Column,
  told: readonly Statement[],
  { places }: Country,
): Interval {
  const days = new Map(
    told.flatMap(({ time, trips }) => {
      const [date, ...more] = time.dates;
      const isDay = time.grain === 'day' && date !== undefined && more.length === 0;
      return isDay && mondayOf(date) === week && typeof trips === 'number' ? [[date, trips]] : [];
    }),
  );
  if (days.size < wholeWeek) return anything;
  const sum = [...days.values()].reduce((total, trips) => total + trips, 0);
  const isFoot = places.every(({ parent }) => parent !== place);
  return { low: sum, high: isFoot ? sum : Infinity };
}
