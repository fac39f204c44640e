import { monthNames, shortDateWords } from '#src/date-words.ts';
import { dateOf, dayNumber } from '#src/week.ts';

/** A tick of the time axis: the day it stands at (days since 1970-01-01) and its one or two lines. */
export type TimeTick = { readonly day: number; readonly lines: readonly string[] };

/** Months between ticks: a step suits when its ticks stand this far apart. */
const monthSteps = [1, 3, 6, 12, 24, 60] as const;
const spacing = 46;
const weeksShownSingly = 9;

/**
 * Ticks for the days from `first` up to, not with, `end` on a plot `width` pixels wide: Mondays, then months, quarters and years as the span grows.
 * The year stands under the first tick and under each January.
 */
export function timeTicks(first: number, end: number, width: number): readonly TimeTick[] {
  return end - first <= weeksShownSingly * 7
    ? weekTicks(first, end)
    : monthTicks(first, end, width);
}

function weekTicks(first: number, end: number): readonly TimeTick[] {
  const days = Array.from(
    { length: Math.ceil((end - first) / 7) },
    (_, index) => first + index * 7,
  );
  return days.map((day, index) => {
    const [date, month, year] = shortDateWords(dateOf(day)).split(' ');
    const newYear = index === 0 || dateOf(day).slice(0, 4) !== dateOf(day - 7).slice(0, 4);
    return { day, lines: [`${date} ${month}`, ...(newYear && year !== undefined ? [year] : [])] };
  });
}

function monthTicks(first: number, end: number, width: number): readonly TimeTick[] {
  const pixelsPerMonth = (width / (end - first)) * 30.4;
  const step = monthSteps.find((months) => months * pixelsPerMonth >= spacing) ?? 120;
  return monthsWithin(first, end)
    .filter((month) => month % step === 0)
    .map((month, index) => {
      const year = index === 0 || month % 12 === 0;
      return {
        day: dayOfMonth(month),
        lines: [
          (monthNames[month % 12] ?? '').slice(0, 3),
          ...(year ? [String(Math.floor(month / 12))] : []),
        ],
      };
    });
}

/** Months, counted from January of year 0, whose first day lies in the span. */
function monthsWithin(first: number, end: number): readonly number[] {
  const date = dateOf(first);
  const start = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const count = Math.ceil((end - first) / 28) + 2;
  return Array.from({ length: count }, (_, index) => start + index).filter(
    (month) => dayOfMonth(month) >= first && dayOfMonth(month) < end,
  );
}

function dayOfMonth(month: number): number {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return dayNumber(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}
