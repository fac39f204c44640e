import { monthNumber } from '#src/grammar/read-date.ts';
import { addDays, type IsoDate, mondayOf } from '#src/week.ts';

/** A stretch of days, both ends included. */
export type Period = { readonly from: IsoDate; readonly to: IsoDate };

const iso = (year: number, month: number, day: number): IsoDate =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** So many whole months, from the first day of `month` (1 for January; beyond 12 in the years after). */
export function months(year: number, month: number, count: number): Period {
  return { from: iso(year, month, 1), to: iso(year, month + count, 0) };
}

/** The week from Monday to Sunday that a day falls in. */
export function weekOf(day: IsoDate): Period {
  return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
}

/** A week by its ISO number; the first holds 4 January. Undefined if the year has no such week. */
function isoWeek(year: number, week: number): Period | undefined {
  const period = weekOf(addDays(`${year}-01-04`, 7 * (week - 1)));
  const isOfYear = addDays(period.from, 3).slice(0, 4) === String(year);
  return week > 0 && isOfYear ? period : undefined;
}

const year = '(?<year>(?:19|20)\\d{2})';
const quarterName = '(?<name>first|second|third|fourth)';

/** What has a year in it and no day, as patterns of plain lower-case text. */
const forms: readonly {
  readonly pattern: RegExp;
  readonly read: (year: number, part: number, name: string) => Period | undefined;
}[] = [
  { pattern: new RegExp(`^${year}[ -]?w(?<part>\\d{1,2})$`), read: isoWeek },
  { pattern: new RegExp(`^week (?<part>\\d{1,2})(?: of| in)? ${year}$`), read: isoWeek },
  {
    pattern: new RegExp(`^${year}-(?<part>\\d{2})$`),
    read: (year, part) => (part >= 1 && part <= 12 ? months(year, part, 1) : undefined),
  },
  {
    pattern: new RegExp(`^(?:month of )?(?<name>[a-z]{3,9})\\.?(?: of)?[ -]${year}$`),
    read: (year, _, name) => {
      const month = monthNumber(name);
      return month === undefined ? undefined : months(year, month, 1);
    },
  },
  { pattern: new RegExp(`^${year}[ -]?q(?<part>[1-4])$`), read: quarter },
  { pattern: new RegExp(`^q(?<part>[1-4])(?: of)?[ -]?${year}$`), read: quarter },
  {
    pattern: new RegExp(`^${quarterName} quarter(?: of)? ${year}$`),
    read: (year, _, name) =>
      quarter(year, ['first', 'second', 'third', 'fourth'].indexOf(name) + 1),
  },
  { pattern: new RegExp(`^(?:year )?${year}$`), read: (year) => months(year, 1, 12) },
];

function quarter(year: number, part: number): Period {
  return months(year, 3 * part - 2, 3);
}

/** Reads a week, month, quarter or year that says its year. `plain`: lower-case, single spaces. */
export function calendarPeriod(plain: string): Period | undefined {
  for (const { pattern, read } of forms) {
    const groups = pattern.exec(plain)?.groups;
    const period =
      groups && read(Number(groups['year']), Number(groups['part']), groups['name'] ?? '');
    if (period !== undefined) return period;
  }
  return undefined;
}
