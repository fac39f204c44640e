import { isName, type Nodes } from '#src/edges/warehouse/rewrite/node.ts';
import { refuseSql } from '#src/edges/warehouse/rewrite/refuse-sql.ts';

/** What DuckDB calls the periods a date can be cut to. A week without its first day starts on Sunday in one engine, on Monday in the other. */
const periods: Readonly<Record<string, string>> = {
  ISOWEEK: 'week',
  'WEEK(MONDAY)': 'week',
  MONTH: 'month',
  QUARTER: 'quarter',
  YEAR: 'year',
};

/** How many days or months an interval's unit is. */
const units: Readonly<Record<string, readonly [count: number, maker: string]>> = {
  DAY: [1, 'to_days'],
  WEEK: [7, 'to_days'],
  MONTH: [1, 'to_months'],
  QUARTER: [3, 'to_months'],
  YEAR: [12, 'to_months'],
};

/** The numbers that can be read from a date, as DuckDB writes them; GoogleSQL counts the days of a week from Sunday = 1. */
const fields: Readonly<Record<string, (date: string) => string>> = {
  DAYOFWEEK: (date) => `(extract(dow FROM ${date}) + 1)`,
  DAY: (date) => `extract(day FROM ${date})`,
  ISOWEEK: (date) => `extract(week FROM ${date})`,
  ISOYEAR: (date) => `extract(isoyear FROM ${date})`,
  MONTH: (date) => `extract(month FROM ${date})`,
  QUARTER: (date) => `extract(quarter FROM ${date})`,
  YEAR: (date) => `extract(year FROM ${date})`,
};

/** `date` cut to the start of a period. */
export function truncateDate(date: string, part: Nodes, line: number): string {
  return `CAST(date_trunc('${find(periods, part, line)}', ${date}) AS DATE)`;
}

/** Boundaries crossed from `earlier` to `later`. DuckDB's own count of weeks is of whole seven days, so Mondays are subtracted. */
export function differenceOfDates(
  later: string,
  earlier: string,
  part: Nodes,
  line: number,
): string {
  if (nameOf(part) === 'DAY') return `date_diff('day', ${earlier}, ${later})`;
  const period = find(periods, part, line);
  if (period !== 'week') return `date_diff('${period}', ${earlier}, ${later})`;
  return `(date_diff('day', date_trunc('week', ${earlier}), date_trunc('week', ${later})) // 7)`;
}

/** An interval of `count` units. */
export function interval(count: string, unit: Nodes, line: number): string {
  const [times, maker] = find(units, unit, line);
  return `${maker}(CAST(${times === 1 ? count : `${times} * (${count})`} AS INTEGER))`;
}

/** One number read from a date. */
export function fieldOfDate(date: string, part: Nodes, line: number): string {
  return find(fields, part, line)(date);
}

function find<T>(known: Readonly<Record<string, T>>, part: Nodes, line: number): T {
  const name = nameOf(part);
  const found = name === undefined ? undefined : known[name];
  if (found !== undefined) return found;
  if (name === 'WEEK')
    refuseSql(line, 'WEEK starts on different days: write ISOWEEK or WEEK(MONDAY)');
  return refuseSql(line, `the date part ${name ?? 'given'} is not in the subset`);
}

function nameOf(part: Nodes): string | undefined {
  const [only, second] = part;
  if (only === undefined || second !== undefined) return undefined;
  if (isName(only)) return only.text.toUpperCase();
  if (only.kind !== 'call') return undefined;
  const [first] = only.args.flat();
  return isName(first) ? `${only.name}(${first.text.toUpperCase()})` : undefined;
}
