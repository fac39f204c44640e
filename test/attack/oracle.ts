import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readSealed, sealRelease } from '#src/disclosure/protected.ts';
import type { Warehouse } from '#src/ports.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import { readRows } from '#test/release/read-rows.ts';

type Row = Readonly<Record<string, string | number | undefined>>;
type Tables = Readonly<Record<string, readonly Row[]>>;
type Wanted = Readonly<Record<string, unknown>>;

const wanted = z.record(z.string(), z.unknown());

const wholeNumbers = new Set(['trips', 'bound', 'sort']);

async function readTable(file: string, table: string): Promise<readonly Row[]> {
  const rows = await readRows(file, `SELECT * FROM ${table} ORDER BY ALL`);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        wholeNumbers.has(column) ? Number(value) : typeof value === 'string' ? value : undefined,
      ]),
    ),
  );
}

const names = ['area', 'area_alias', 'mode', 'event', 'calendar', 'leaf_weekly', 'daily'];
const isIn = (value: unknown, list: unknown): boolean =>
  Array.isArray(list) && list.includes(value);
const isFrom = (value: unknown, { from, until }: Wanted): boolean =>
  String(value) >= String(from) && String(value) <= String(until);
const total = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0);

const anywhere = '*';

/** Whether an area is any of some, or lies in one of them, by the parents of the areas alone; '*' is anywhere. */
function liesIn({ area = [] }: Tables, some: unknown) {
  const parents = new Map(area.map(({ code, parent }) => [code, parent]));
  return (code: Row[string]): boolean => {
    for (let at = code; at !== undefined; at = parents.get(at)) if (isIn(at, some)) return true;
    return isIn(anywhere, some);
  };
}

/** The leaves by the modes and in the weeks that are asked for. */
const leavesAsked = (tables: Tables, wanted: Wanted): readonly Row[] =>
  (tables['leaf_weekly'] ?? []).filter(
    (row) => isIn(row['mode'], wanted['modes']) && isFrom(row['week'], wanted),
  );

/** Those of them between the origins and the destinations. */
function leavesBetween(tables: Tables, wanted: Wanted): readonly Row[] {
  const [starts, ends] = [wanted['origins'], wanted['destinations']].map((side) =>
    liesIn(tables, side),
  );
  return leavesAsked(tables, wanted).filter(
    ({ origin, destination }) => starts?.(origin) === true && ends?.(destination) === true,
  );
}

/** The sums of groups of rows, by what they are grouped by. Groups without a row are none. */
function summed(rows: readonly Row[], columns: readonly string[]): readonly Row[] {
  const groups = Map.groupBy(rows, (row) => columns.map((column) => row[column]).join(' '));
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({
      ...Object.fromEntries(columns.map((column) => [column, group[0]?.[column]])),
      trips: total(group, 'trips'),
      leaves: group.length,
    }));
}

const withheldIn = (rows: readonly Row[]): number =>
  total(
    rows.filter(({ status }) => status === 'sensitive'),
    'trips',
  );

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What each registered query means, told again without its SQL. */
const meanings: Readonly<Record<string, (tables: Tables, wanted: Wanted) => readonly Row[]>> = {
  areas: ({ area = [] }) => area,
  'area-aliases': (tables) => tables['area_alias'] ?? [],
  modes: ({ mode = [] }) => mode.toSorted((a, b) => Number(a['sort']) - Number(b['sort'])),
  events: ({ event = [] }) =>
    event.toSorted((a, b) => (`${a['date']} ${a['slug']}` < `${b['date']} ${b['slug']}` ? -1 : 1)),
  calendar: ({ calendar = [] }, wanted) => {
    const rows = calendar.filter(
      (row) => isIn(row['area'], wanted['areas']) && isFrom(row['week'], wanted),
    );
    const told = new Map(
      rows.map(({ week, kind, label }) => [`${week} ${kind} ${label}`, { week, kind, label }]),
    );
    return [...told].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  },
  'error-bound': (tables, wanted) => {
    const rows = (tables['error_bound'] ?? []).filter(
      (row) =>
        isIn(row['destination'], wanted['destinations']) && isIn(row['mode'], wanted['modes']),
    );
    return [{ bound: total(rows, 'bound'), columns: rows.length }];
  },
  'weekly-trips': (tables, wanted) => {
    const groups = Map.groupBy(leavesBetween(tables, wanted), ({ week }) => week);
    return [...groups].map(([week, leaves]) => ({
      week,
      trips: total(leaves, 'trips'),
      withheld: withheldIn(leaves),
      leaves: leaves.length,
    }));
  },
  'weekly-by-mode': (tables, wanted) => summed(leavesBetween(tables, wanted), ['week', 'mode']),
  'weekly-by-place': (tables, wanted) => {
    const leaves = leavesAsked(tables, wanted);
    const rows = listOf(wanted['places']).flatMap((place) => {
      const ends = liesIn(tables, [place]);
      return leaves
        .filter(({ destination }) => ends(destination))
        .map((row) => ({ ...row, place: String(place) }));
    });
    return summed(rows, ['place', 'week']);
  },
  flows: (tables, wanted) => {
    const leaves = leavesAsked(tables, wanted);
    const ends = listOf(wanted['destinations']).map((to) => ({ to, holds: liesIn(tables, [to]) }));
    const rows = listOf(wanted['origins']).flatMap((from) => {
      const starts = liesIn(tables, [from]);
      const started = leaves.filter(({ origin }) => starts(origin));
      return ends.flatMap(({ to, holds }) =>
        started
          .filter(({ destination }) => holds(destination))
          .map((row) => ({ ...row, origin: String(from), destination: String(to) })),
      );
    });
    return summed(rows, ['origin', 'destination']);
  },
  'daily-trips': (tables, wanted) => {
    const ends = liesIn(tables, wanted['destinations']);
    const rows = (tables['daily'] ?? []).filter(
      (row) => ends(row['destination']) && isFrom(row['date'], wanted),
    );
    return [...Map.groupBy(rows, ({ date }) => date)].map(([date, days]) => ({
      date,
      trips: total(days, 'trips'),
      withheld: withheldIn(days),
    }));
  },
};

/**
 * A warehouse that holds the tables of a release in memory and works every query out by itself: what an answer says over it
 * is a function of the release alone. Only what questions use today is told; another query throws.
 */
export async function makeOracle(file: string, release: ReleaseInfo): Promise<Warehouse> {
  const tables: Tables = Object.fromEntries(
    await Promise.all(
      [...names, 'error_bound'].map(async (name) => [name, await readTable(file, name)] as const),
    ),
  );
  const seal = sealRelease(release);
  const hashes = new Map<string, string>();
  const hashOf = async (id: string) => {
    const known = hashes.get(id);
    if (known !== undefined) return known;
    const sql = await readFile(join(import.meta.dirname, `../../queries/${id}.sql`));
    const hash = createHash('sha256').update(sql).digest('hex').slice(0, 12);
    hashes.set(id, hash);
    return hash;
  };
  return {
    release,
    run: async (query, params) => {
      const meaning = meanings[query.id];
      if (meaning === undefined) throw new Error(`the oracle does not know ${query.id}`);
      const rows = meaning(tables, wanted.parse(params)).map((row) =>
        query.row.parse(pickColumns(query.id, row)),
      );
      const provenance = {
        engine: 'duckdb' as const,
        queryId: query.id,
        hash: await hashOf(query.id),
        durationMs: 0,
      };
      return { rows: readSealed(rows, seal), provenance };
    },
    close: () => Promise.resolve(),
  };
}

/** A missing parent is null in a warehouse. */
const pickColumns = (id: string, row: Row): Wanted =>
  id === 'areas' ? { ...row, parent: row['parent'] ?? null } : row;
