/** What a cron expression of five fields asks for. `everyHour`: its hour field is a star, so it follows the hours as they pass and not the clock on the wall. */
export type CronFields = {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly everyHour: boolean;
  readonly monthDays: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** Sunday is 0. */
  readonly weekDays: ReadonlySet<number>;
  /** Both kinds of day are given: then either will do, as in every cron. */
  readonly eitherDay: boolean;
};

const ranges = [
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31 },
  { from: 1, to: 12 },
  { from: 0, to: 7 },
] as const;

/** Reads a cron expression: minute, hour, day of the month, month, day of the week (0 and 7 are Sunday), in digits with `*`, `,`, `-` and `/`. */
export function parseCron(text: string): CronFields | undefined {
  const texts = text.trim().split(/\s+/u);
  if (texts.length !== ranges.length) return undefined;
  const [minutes, hours, monthDays, months, weekDays] = ranges.map((range, field) =>
    readField(texts[field] ?? '', range),
  );
  if (!minutes || !hours || !monthDays || !months || !weekDays) return undefined;
  return {
    minutes,
    hours,
    everyHour: hours.length === 24,
    monthDays: new Set(monthDays),
    months: new Set(months),
    weekDays: new Set(weekDays.map((day) => day % 7)),
    eitherDay: [2, 4].every((field) => !texts[field]?.startsWith('*')),
  };
}

type Range = { readonly from: number; readonly to: number };

function readField(text: string, range: Range): readonly number[] | undefined {
  const parts = text.split(',').map((part) => readPart(part, range));
  const values = parts.flatMap((part) => part ?? []);
  if (parts.includes(undefined)) return undefined;
  return [...new Set(values)].toSorted((a, b) => a - b);
}

const partForm = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/u;

function readPart(text: string, range: Range): readonly number[] | undefined {
  const match = partForm.exec(text);
  if (match === null) return undefined;
  const [, first, last, every] = match;
  const from = first === undefined ? range.from : Number(first);
  // "5/10" is from 5 to the end, as cron reads it.
  const end = every === undefined ? from : range.to;
  const to = first === undefined ? range.to : last === undefined ? end : Number(last);
  const step = every === undefined ? 1 : Number(every);
  if (from < range.from || to > range.to || from > to || step === 0) return undefined;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);
}

/** Whether a cron expression asks for a day. `day`: midnight of the day as if in UTC. */
export function isCronDay(fields: CronFields, day: Date): boolean {
  if (!fields.months.has(day.getUTCMonth() + 1)) return false;
  const isMonthDay = fields.monthDays.has(day.getUTCDate());
  const isWeekDay = fields.weekDays.has(day.getUTCDay());
  return fields.eitherDay ? isMonthDay || isWeekDay : isMonthDay && isWeekDay;
}
