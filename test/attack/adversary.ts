import { answer, type Edges } from '#src/answer.ts';
import { addDays, type IsoDate } from '#src/week.ts';
import { facesOf, type Faces } from '#test/attack/faces.ts';
import { readStatements } from '#test/attack/read-statements.ts';
import type { Truth } from '#test/attack/truth.ts';

/** Trips that end in a place by a mode (absent: all) in a week: what the asker is after. */
export type Column = {
  readonly place: string;
  readonly mode: string | undefined;
  readonly week: IsoDate;
};

/** What the asker can say of a sum: at least `low`, at most `high`. */
export type Interval = { readonly low: number; readonly high: number };

type Rows = readonly { readonly week: IsoDate; readonly trips: number | undefined }[];

const anything: Interval = { low: 0, high: Infinity };
const both = (a: Interval, b: Interval): Interval => ({
  low: Math.max(a.low, b.low),
  high: Math.min(a.high, b.high),
});
const isExact = ({ low, high }: Interval): boolean => low === high;

/** "each within 90 of the true number": E of the place's week. */
const boundIn = ({ table }: Faces): number =>
  Number((/within ([\d,]+) of/u.exec(table)?.[1] ?? '0').replaceAll(',', ''));

/** Every face's figure of each week. Sums are whole tens here, as the asker knows, so that what is shown is the sum itself. */
function rowsOf(faces: Faces): Rows {
  const statements = readStatements(faces)?.statements ?? [];
  return statements.flatMap(({ weeks: [week, ...more], trips }) =>
    week === undefined || more.length > 0 ? [] : [{ week, trips }],
  );
}

const intervalOf = (trips: number | undefined, bound: number): Interval =>
  trips === undefined ? { low: 0, high: 2 * bound - 1 } : { low: trips, high: trips };

/** A mean of several weeks, in which one is the week sought: the others, where they are known, are taken off. */
function fromMeans(faces: Faces, column: Column, rows: Rows): Interval {
  const known = new Map(rows.map(({ week, trips }) => [week, trips]));
  const statements = readStatements(faces)?.statements ?? [];
  return statements
    .filter(
      ({ weeks, trips }) => weeks.length > 1 && weeks.includes(column.week) && trips !== undefined,
    )
    .map(({ weeks, trips = 0 }): Interval => {
      const others = weeks.filter((week) => week !== column.week).map((week) => known.get(week));
      if (others.includes(undefined)) return anything;
      const rest = others.reduce<number>((sum, value) => sum + (value ?? 0), 0);
      return { low: weeks.length * (trips - 5) - rest, high: weeks.length * (trips + 5) - rest };
    })
    .reduce(both, anything);
}

/** What the asker has learned of every column it asked about, and how many questions that took. */
export type Notebook = {
  readonly known: Map<string, Interval>;
  questions: number;
  readonly texts: string[];
};

export const emptyNotebook = (): Notebook => ({ known: new Map(), questions: 0, texts: [] });

type Asker = { readonly edges: Edges; readonly truth: Truth; readonly notebook: Notebook };

async function put(text: string, { edges, notebook }: Asker): Promise<Faces> {
  notebook.questions += 1;
  notebook.texts.push(text);
  return facesOf(await answer(text, edges), edges);
}

/** Asks about a column with the week as the last one; where it is shown, again with the week just before and just after a date. */
async function tell(column: Column, asker: Asker): Promise<Interval> {
  const key = Object.values(column).join('|');
  const known = asker.notebook.known.get(key);
  if (known !== undefined) return known;
  const { place, mode, week } = column;
  const subject = `region:${place}${mode === undefined ? '' : ` mode:${mode}`}`;
  let interval = anything;
  for (const when of [`until:${addDays(week, 6)}`, `since:${week}`, `since:${addDays(week, 7)}`]) {
    const faces = await put(`${subject} ${when}`, asker);
    const rows = rowsOf(faces);
    const here = rows.filter((row) => row.week === column.week);
    interval = here.map(({ trips }) => intervalOf(trips, boundIn(faces))).reduce(both, interval);
    interval = both(interval, fromMeans(faces, column, rows));
    // A week that is withheld is in no comparison: other dates would tell nothing.
    if (here.some(({ trips }) => trips === undefined)) break;
  }
  asker.notebook.known.set(key, interval);
  return interval;
}

/** A sum that holds the column, and the other parts of it. `open`: it may hold more, in the rest of an area, that nobody can ask about. */
type Route = { readonly whole: Column; readonly parts: readonly Column[]; readonly open: boolean };

function routesFrom(column: Column, { edges }: Asker): readonly Route[] {
  const { areas, modes } = edges.desk.vocabulary;
  const byMode: Route = {
    whole: { ...column, mode: undefined },
    parts: modes
      .filter(({ value }) => value !== column.mode)
      .map(({ value }) => ({ ...column, mode: value })),
    open: false,
  };
  const parent = areas.find(({ code }) => code === column.place)?.parent;
  const siblings = areas.filter((area) => area.parent === parent && area.code !== column.place);
  const byPlace: Route[] =
    parent === undefined
      ? []
      : [
          {
            whole: { ...column, place: parent },
            parts: siblings.map(({ code }) => ({ ...column, place: code })),
            open: true,
          },
        ];
  return [...(column.mode === undefined ? [] : [byMode]), ...byPlace];
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
  for (const route of routesFrom(column, asker)) {
    if (isExact(interval)) return interval;
    interval = both(interval, await byDifference(route, depth, asker));
  }
  return interval;
}

/**
 * Tries to learn what is hidden in a column, as an insider who knows every leaf that is not sensitive: asks for it, then for what holds it
 * and all else in that, by mode and by place, and chooses each next question by the answers so far.
 * Returns what it concludes of the sum of the hidden trips.
 */
export async function pryOpen(target: Column, asker: Asker): Promise<Interval> {
  const { low, high } = await resolve(target, 2, asker);
  const known = asker.truth.leaves
    .filter((leaf) => leaf.known && leaf.week === target.week)
    .filter(({ destination, mode }) => destination === target.place && mode === target.mode)
    .reduce((sum, { x }) => sum + x, 0);
  return { low: Math.max(0, low - known), high: high - known };
}
