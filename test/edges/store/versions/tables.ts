import type { Database } from '#src/edges/store/database.ts';
import { asParameter, keepRow, type KeptRow } from './kept-value.ts';
import type { KeptTables } from './versions.ts';

/** The tables there are but the migrator's own, by name: none refers to a later one. */
export async function tableNames(database: Database): Promise<readonly string[]> {
  const rows = await database.query(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration' ORDER BY tablename`,
  );
  return rows.map((row) => String(row['tablename']));
}

/** Everything that a database holds. */
export async function dumpTables(database: Database): Promise<KeptTables> {
  const tables: [string, KeptRow[]][] = [];
  for (const name of await tableNames(database))
    tables.push([name, (await database.query(`SELECT * FROM ${name} ORDER BY 1, 2`)).map(keepRow)]);
  return Object.fromEntries(tables);
}

/** Puts rows into tables that are there and empty. */
export async function fillTables(database: Database, tables: KeptTables): Promise<void> {
  for (const [name, rows] of Object.entries(tables))
    for (const row of rows) {
      const columns = Object.keys(row);
      const places = columns.map((_, index) => `$${index + 1}`);
      await database.query(
        `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
        Object.values(row).map(asParameter),
      );
    }
}

/** What the tables hold in the columns that `like` has: what a later version added is left out. */
export async function readLike(database: Database, like: KeptTables): Promise<KeptTables> {
  const tables: [string, KeptRow[]][] = [];
  for (const [name, [first]] of Object.entries(like)) {
    const columns = Object.keys(first ?? {}).join(', ');
    const rows = await database.query(`SELECT ${columns} FROM ${name} ORDER BY 1, 2`);
    tables.push([name, rows.map(keepRow)]);
  }
  return Object.fromEntries(tables);
}
