import { monthNames } from '#src/date-words.ts';
import { dayNumber, type IsoDate } from '#src/week.ts';

/**
 * What a text says as a day. `guessed`: the year was not said, and only one fits the data.
 * `impossible`: no such day; `said` in words if its month exists, `swapped` the day it would be with the month first.
 * `shortYear`: two figures, with the likely date. `noYear`: the days in the data that it may be.
 */
export type DateFound =
  | { readonly kind: 'date'; readonly date: IsoDate; readonly guessed: boolean }
  | {
      readonly kind: 'impossible';
      readonly said: string | undefined;
      readonly swapped: IsoDate | undefined;
    }
  | { readonly kind: 'shortYear'; readonly date: IsoDate }
  | { readonly kind: 'noYear'; readonly candidates: readonly IsoDate[] };

/** The days that the data hold. */
export type Days = { readonly firstDay: IsoDate; readonly lastDay: IsoDate };
type Parts = { readonly day: number; readonly month: number; readonly year: string | undefined };

const yearFirst = /^(?<year>\d{4}) ?(?<mark>[-/.]) ?(?<month>\d{1,2}) ?\k<mark> ?(?<day>\d{1,2})$/;
const dayFirst =
  /^(?<day>\d{1,2}) ?(?<mark>[-/.]) ?(?<month>\d{1,2}) ?\k<mark> ?(?<year>\d{4}|\d{2})$/;
const dayThenName =
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ .-]?(?<name>[a-z]{3,9})\.?(?:[ -]'?(?<year>\d{4}|\d{2}))?$/;
const nameThenDay =
  /^(?<name>[a-z]{3,9})\.?[ -]?(?<day>\d{1,2})(?:st|nd|rd|th)?(?: '?(?<year>\d{4}|\d{2}))?$/;

const weekdayFirst = /^(?<name>[a-z]{3,9})\.? (?:the )?(?<rest>\d.*)$/;
/** 1970-01-01, day 0, was a Thursday. */
const weekdays = [
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
] as const;

/** Reads a whole text as one date: ISO, or the day before the month, or the month by name. Never month first in figures. */
export function readDate(text: string, data: Days): DateFound | undefined {
  const { plain, weekday } = withoutWeekday(text);
  const parts = readParts(plain);
  const found = parts && readDay(parts, data);
  // "Monday 19 January 2022" was a Wednesday: which of the two is meant?
  const isOther =
    weekday !== undefined && found?.kind === 'date' && weekday !== dayNumber(found.date) % 7;
  return isOther ? undefined : found;
}

function readDay(parts: Parts, data: Days): DateFound {
  if (parts.year === undefined) return guessYear(parts, data);
  const date = iso(parts.year.padStart(4, '20'), parts.month, parts.day);
  if (!isReal(date)) return { kind: 'impossible', said: sayParts(parts), swapped: swap(parts) };
  return parts.year.length === 2
    ? { kind: 'shortYear', date }
    : { kind: 'date', date, guessed: false };
}

/** The text in plain letters, and the day of the week that it begins with. */
function withoutWeekday(text: string): { plain: string; weekday: number | undefined } {
  const plain = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s,]+/g, ' ');
  const { name, rest } = weekdayFirst.exec(plain)?.groups ?? {};
  const weekday = weekdays.findIndex((day) => name !== undefined && day.startsWith(name));
  return weekday < 0 || rest === undefined
    ? { plain, weekday: undefined }
    : { plain: rest, weekday };
}

function readParts(plain: string): Parts | undefined {
  const found = [yearFirst, dayFirst, dayThenName, nameThenDay]
    .map((form) => form.exec(plain)?.groups)
    .find((groups) => groups !== undefined);
  if (found === undefined) return undefined;
  const month = found['name'] === undefined ? Number(found['month']) : monthNumber(found['name']);
  return month === undefined
    ? undefined
    : { day: Number(found['day']), month, year: found['year'] };
}

/** The number of a month by its name or at least three letters of it: 1 for January. */
export function monthNumber(name: string): number | undefined {
  const index = monthNames.findIndex((month) => month.toLowerCase().startsWith(name));
  return index < 0 ? undefined : index + 1;
}

function guessYear(parts: Parts, { firstDay, lastDay }: Days): DateFound {
  const { day, month } = parts;
  const first = Number(firstDay.slice(0, 4));
  const years = Array.from({ length: Number(lastDay.slice(0, 4)) - first + 1 }, (_, i) =>
    String(first + i),
  );
  const dates = years.map((year) => iso(year, month, day)).filter(isReal);
  const candidates = dates.filter((date) => date >= firstDay && date <= lastDay);
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1)
    return { kind: 'date', date: only, guessed: true };
  const isLeapDay = day === 29 && month === 2;
  return dates.length > 0 || isLeapDay
    ? { kind: 'noYear', candidates }
    : { kind: 'impossible', said: sayParts(parts), swapped: undefined };
}

function sayParts({ day, month, year }: Parts): string | undefined {
  const name = monthNames[month - 1];
  return (
    name && [day, name, year?.padStart(4, '20')].filter((part) => part !== undefined).join(' ')
  );
}

/** The same figures read month first, if only that is a day. */
function swap({ day, month, year }: Parts): IsoDate | undefined {
  const date = iso((year ?? '').padStart(4, '20'), day, month);
  return month > 12 && isReal(date) ? date : undefined;
}

/** Whether there is such a day. */
function isReal(date: IsoDate): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  );
}

function iso(year: string, month: number, day: number): IsoDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
