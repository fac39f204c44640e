import { countOf, countPattern } from '#src/grammar/count-words.ts';
import { months, type Period, weekOf } from '#src/grammar/calendar-period.ts';
import { addDays, type IsoDate } from '#src/week.ts';

const pattern = new RegExp(
  `^(?:last|past|previous|latest|most recent)(?: (?<count>${countPattern}))?(?: full| whole| complete)? (?<unit>day|week|fortnight|month|year)s?$`,
);

/** Reads "last 8 weeks" and the like: whole weeks, months and years counted back from the last day of the data. */
export function relativePeriod(plain: string, lastDay: IsoDate): Period | undefined {
  const { count, unit } = pattern.exec(plain)?.groups ?? {};
  const number = countOf(count ?? 'a');
  if (unit === undefined || number === 0) return undefined;
  switch (unit) {
    case 'day':
      return { from: addDays(lastDay, 1 - number), to: lastDay };
    case 'week':
      return lastWeeks(number, lastDay);
    case 'fortnight':
      return lastWeeks(2 * number, lastDay);
    case 'month':
      return lastMonths(number, lastDay);
    default:
      return number === 1 ? lastYear(lastDay) : lastMonths(12 * number, lastDay);
  }
}

/** The data end on a Sunday, as a rule; otherwise the week that is not over is left out. */
function lastWeeks(count: number, lastDay: IsoDate): Period {
  const { from, to } = weekOf(lastDay);
  const end = to === lastDay ? lastDay : addDays(from, -1);
  return { from: addDays(end, 1 - 7 * count), to: end };
}

function lastMonths(count: number, lastDay: IsoDate): Period {
  const [year = 0, month = 0] = addDays(lastDay, 1).split('-').map(Number);
  return months(year, month - count, count);
}

function lastYear(lastDay: IsoDate): Period {
  return months(Number(addDays(lastDay, 1).slice(0, 4)) - 1, 1, 12);
}
