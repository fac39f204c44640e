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

/** Whether a row's destination lies in any of the areas asked for, by the parents of the areas alone. */
function isWithin({ area = [] }: Tables, destinations: unknown) {
  const parents = new Map(area.map(({ code, parent }) => [code, parent]));
  return ({ destination }: Row): boolean => {
    for (let at = destination; at !== undefined; at = parents.get(at))
      if (isIn(at, destinations)) return true;
    return false;
  };
}

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
    const within = isWithin(tables, wanted['destinations']);
    const rows = (tables['leaf_weekly'] ?? []).filter(
      (row) => within(row) && isIn(row['mode'], wanted['modes']) && isFrom(row['week'], wanted),
    );
    return [...Map.groupBy(rows, ({ week }) => week)].map(([week, leaves]) => ({
      week,
      trips: total(leaves, 'trips'),
      withheld: total(
        leaves.filter(({ status }) => status === 'sensitive'),
        'trips',
      ),
      leaves: leaves.length,
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
