import { answer, type Edges } from '#src/answer.ts';
import { addDays } from '#src/week.ts';
import { allDaysOf } from '#test/attack/all-days-of.ts';
import { figureOfColumn, spellColumn, type Column } from '#test/attack/column.ts';
import { facesOf } from '#test/attack/faces.ts';
import { anything, both, isExact, type Interval } from '#test/attack/interval.ts';
import { readStatements } from '#test/attack/read-statements.ts';
import { routesFrom, type Route } from '#test/attack/routes-from.ts';
import type { Statement } from '#test/attack/statement.ts';
import type { TrueLeaf, Truth } from '#test/attack/truth.ts';

/** What the asker has learned of every column it asked about, and what it asked. */
export type Notebook = { readonly known: Map<string, Interval>; readonly texts: string[] };

export const emptyNotebook = (): Notebook => ({ known: new Map(), texts: [] });

/** `leavesOf`: the leaves of a column, of which an insider knows those that are not sensitive. */
type Asker = {
  readonly edges: Edges;
  readonly truth: Truth;
  readonly notebook: Notebook;
  readonly leavesOf: (column: Column) => readonly TrueLeaf[];
};

/** What an insider knows without asking. */
function foreknown(column: Column, { leavesOf }: Asker): Interval {
  const leaves = leavesOf(column);
  const low = leaves.reduce((sum, { taken }) => sum + taken, 0);
  return { low, high: leaves.every(({ known }) => known) ? low : Infinity };
}

async function put(text: string, { edges, truth, notebook }: Asker): Promise<readonly Statement[]> {
  notebook.texts.push(text);
  return readStatements(facesOf(await answer(text, edges), edges), truth.country).statements;
}

/** The week by itself. Sums are whole tens here, as the asker knows, so that what is shown is the sum itself. */
function fromWeek({ trips, bound }: Statement): Interval {
  if (trips === '[z]') return anything;
  return trips === '[c]' ? { low: 0, high: 2 * bound - 1 } : { low: trips, high: trips };
}

/** A mean of several weeks: those that are known are taken off. */
function fromMean({ time, trips }: Statement, week: string, rows: readonly Statement[]): Interval {
  if (typeof trips === 'string') return anything;
  const known = new Map(rows.map((row) => [row.time.dates[0], row.trips]));
  const others = time.dates.filter((date) => date !== week).map((date) => known.get(date));
  const told = others.filter((value) => typeof value === 'number');
  if (told.length < others.length) return anything;
  const rest = told.reduce((sum, value) => sum + value, 0);
  const { length } = time.dates;
  return { low: length * (trips - 5) - rest, high: length * (trips + 5) - rest };
}

/** What the figures of an answer say of a column. */
function fromStatements(column: Column, all: readonly Statement[], { truth }: Asker): Interval {
  const { subject } = figureOfColumn(column, truth.country);
  const own = all.filter((one) => one.subject.key === subject.key && one.time.grain === 'week');
  const rows = own.filter(({ time }) => time.dates.length === 1);
  const here = own.filter(({ time }) => time.dates.includes(column.week));
  return here
    .map((one) => (one.time.dates.length === 1 ? fromWeek(one) : fromMean(one, column.week, rows)))
    .reduce(both, anything);
}

/** Asks about a column by its days, with the week as the last one, and again with the week just before and just after a date. */
async function tell(column: Column, asker: Asker): Promise<Interval> {
  const key = Object.values(column).join('|');
  const known = asker.notebook.known.get(key);
  if (known !== undefined) return known;
  const asked = spellColumn(column);
  const { week } = column;
  let interval = foreknown(column, asker);
  if (!isExact(interval) && column.origin === undefined && column.mode === undefined) {
    const told = await put(`${asked} until:${addDays(week, 6)} by:day`, asker);
    interval = both(interval, allDaysOf(column, told, asker.truth.country));
  }
  for (const when of [`until:${addDays(week, 6)}`, `since:${week}`, `since:${addDays(week, 7)}`]) {
    if (isExact(interval)) break;
    const told = await put(`${asked} ${when}`, asker);
    interval = both(interval, fromStatements(column, told, asker));
  }
  asker.notebook.known.set(key, interval);
  return interval;
}

/** Whole minus the other parts. The next part is asked about only while the answers so far leave something to gain. */
async function byDifference(route: Route, depth: number, asker: Asker): Promise<Interval> {
  const whole = await tell(route.whole, asker);
  if (!isExact(whole)) return anything;
  let left = whole;
  for (const part of route.parts) {
    const { low, high } = await resolve(part, depth - 1, asker);
    left = { low: left.low - high, high: left.high - low };
    if (left.low <= 0 && left.high >= whole.high) break;
  }
  return { low: route.open ? 0 : Math.max(0, left.low), high: left.high };
}

async function resolve(column: Column, depth: number, asker: Asker): Promise<Interval> {
  let interval = await tell(column, asker);
  if (depth === 0) return interval;
  for (const route of routesFrom(column, asker.edges.desk.vocabulary)) {
    if (isExact(interval)) return interval;
    interval = both(interval, await byDifference(route, depth, asker));
  }
  return interval;
}

/**
 * Tries to learn what is hidden in a column, as an insider who knows every leaf that is not sensitive: asks for it, then for what holds it
 * and all else in that, by mode, by where trips end and by where they start, and chooses each next question by the answers so far.
 * Returns what it concludes of the sum of the hidden trips.
 */
export async function pryOpen(target: Column, asker: Asker): Promise<Interval> {
  const { low, high } = await resolve(target, 2, asker);
  const known = asker.leavesOf(target).reduce((sum, { taken }) => sum + taken, 0);
  return { low: Math.max(0, low - known), high: high - known };
}
