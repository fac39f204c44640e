import { dateWords } from '#src/date-words.ts';
import { calendarPeriod, months, type Period, weekOf } from '#src/grammar/calendar-period.ts';
import { countOf, countPattern } from '#src/grammar/count-words.ts';
import { periodWords } from '#src/grammar/period-words.ts';
import { type DateFound, type Days, monthNumber, readDate } from '#src/grammar/read-date.ts';
import { relativePeriod } from '#src/grammar/relative-period.ts';
import { addDays, type IsoDate } from '#src/week.ts';

/**
 * What a text says as a date or period. `guess`: what was taken for granted, in words; absent where the text says it all.
 * `notPast`: reaches beyond the data ("this week"). `noMonth`: a month without a year, and the months in the data that it may be.
 */
export type PeriodFound =
  | ({ readonly kind: 'period'; readonly guess: string | undefined } & Period)
  | { readonly kind: 'notPast' }
  | { readonly kind: 'noMonth'; readonly candidates: readonly Period[] }
  | Exclude<DateFound, { kind: 'date' }>;

/** Longest date in words: "week commencing Monday the 24th of January, 2022". */
export const longestDate = 8;

const leads = new Set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  q1 q2 q3 q4 first second third fourth week month year w last past previous latest most this next today yesterday tomorrow now so to
  a an one two three four five six seven eight nine ten eleven twelve monday tuesday wednesday thursday friday saturday sunday
  mon tue tues wed thu thur thurs fri sat sun`.split(/\s+/),
);

/** Whether a folded word may begin a date or a period. */
export function mayBeginDate(word: string): boolean {
  return /\d/.test(word) || leads.has(word);
}

/** Without any of these a text is no date: most are not. */
const hint =
  /\d|day|week|fortnight|month|year|quarter|now|date|far|present|tomorrow|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/;

const notPast =
  /^(?:this (?:week|month|quarter|year)|next (?:week|month|quarter|year)|today|yesterday|tomorrow|now|so far|to date|so far this year|the present)$/;
const week =
  /^(?:(?<start>w\/?c|w\/?b|week commencing|week beginning|week starting|week from)|(?<end>w\/?e|week ending|week to)|week of|week)(?: on)?(?: the)? (?<day>.+)$/;
const shift = new RegExp(
  `^(?<count>${countPattern}) (?<unit>day|week)s? (?<way>after|before|from) (?:the )?(?<day>.+)$`,
);

/** Reads a whole text as a day, week, month, quarter, year, or some of them counted back from the last day of the data. */
export function readPeriod(text: string, data: Days): PeriodFound | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s,]+/g, ' ');
  if (!hint.test(plain)) return undefined;
  if (notPast.test(plain)) return { kind: 'notPast' };
  const said = calendarPeriod(plain);
  if (said !== undefined) return clipped(said, data);
  const relative = relativePeriod(plain, data.lastDay);
  if (relative !== undefined)
    return period(
      relative,
      `${periodWords(relative.from, relative.to)}, as the data end on ${dateWords(data.lastDay)}`,
    );
  return (
    readDay(text, data) ?? readWeek(plain, data) ?? readShift(plain, data) ?? readMonth(plain, data)
  );
}

function period({ from, to }: Period, guess: string | undefined): PeriodFound {
  return { kind: 'period', from, to, guess };
}

function readDay(text: string, data: Days): PeriodFound | undefined {
  const found = readDate(text, data);
  if (found?.kind !== 'date') return found;
  const day = { from: found.date, to: found.date };
  return period(day, found.guessed ? dateWords(found.date) : undefined);
}

/** The week of a day; that the day is not the one that begins or ends a week is said. */
function readWeek(plain: string, data: Days): PeriodFound | undefined {
  const { start, end, day = '' } = week.exec(plain)?.groups ?? {};
  const found = day === '' ? undefined : readDay(day, data);
  if (found?.kind !== 'period') return found;
  const whole = weekOf(found.from);
  const isSaid = end === undefined ? found.from === whole.from : found.from === whole.to;
  const isSure = found.guess === undefined && isSaid && (start ?? end) !== undefined;
  return period(
    whole,
    isSure || (isSaid && found.guess === undefined)
      ? undefined
      : `the week ${periodWords(whole.from, whole.to)}`,
  );
}

/** "4 weeks after 19 January 2022". */
function readShift(plain: string, data: Days): PeriodFound | undefined {
  const { count = '', unit, way, day = '' } = shift.exec(plain)?.groups ?? {};
  const found = day === '' ? undefined : readDay(day, data);
  if (found?.kind !== 'period') return found;
  const days = countOf(count) * (unit === 'week' ? 7 : 1) * (way === 'before' ? -1 : 1);
  const date = addDays(found.from, days);
  return period({ from: date, to: date }, dateWords(date));
}

/** A month without its year: the only one in the data, or a question which. */
function readMonth(plain: string, data: Days): PeriodFound | undefined {
  const name = /^(?:month of )?(?<name>[a-z]{3,9})\.?$/.exec(plain)?.groups?.['name'] ?? '';
  const month = name === '' ? undefined : monthNumber(name);
  if (month === undefined) return undefined;
  const candidates = yearsOf(data)
    .map((year) => months(year, month, 1))
    .filter((one) => isTouching(one, data));
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return { kind: 'noMonth', candidates };
  const inside = within(only, data);
  return period(inside, periodWords(inside.from, inside.to));
}

function yearsOf({ firstDay, lastDay }: Days): readonly number[] {
  const first = Number(firstDay.slice(0, 4));
  return Array.from({ length: Number(lastDay.slice(0, 4)) - first + 1 }, (_, i) => first + i);
}

function isTouching({ from, to }: Period, { firstDay, lastDay }: Days): boolean {
  return from <= lastDay && to >= firstDay;
}

function within({ from, to }: Period, { firstDay, lastDay }: Days): Period {
  return { from: laterOf(from, firstDay), to: earlierOf(to, lastDay) };
}

/** A period that reaches beyond the data is read as far as they go, which is said. */
function clipped(said: Period, data: Days): PeriodFound {
  if (!isTouching(said, data)) return period(said, undefined);
  const inside = within(said, data);
  const isWhole = inside.from === said.from && inside.to === said.to;
  return period(
    inside,
    isWhole ? undefined : `${periodWords(inside.from, inside.to)}, as far as the data go`,
  );
}

function laterOf(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

function earlierOf(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}
