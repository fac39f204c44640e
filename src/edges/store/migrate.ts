import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Fault } from '#src/fault.ts';
import type { Database, Session } from './database.ts';

/** Where the migrations lie: `0001_name.sql`, run in this order, each once. Only ever added to, so that a replica of the version before goes on working. */
export const migrationsFolder: string = fileURLToPath(new URL('migrations', import.meta.url));

/**
 * Brings the tables up to this version of the program, all or nothing, one replica at a time. Tables of a later version are left as they are.
 * Throws `StoreFault`: `unordered`, where the tables are of neither.
 */
export function migrate(database: Database, folder: string = migrationsFolder): Promise<void> {
  return database.session(async (session) => {
    // At any other level a replica that waited for another one would not see what that one did.
    await session.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    try {
      await session.query(
        `SELECT pg_advisory_xact_lock(hashtextextended('mobility migration', 0))`,
      );
      await runMissing(session, folder);
      await session.query('COMMIT');
    } catch (error) {
      // Where the connection is gone the server rolls back by itself.
      await session.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  });
}

async function runMissing(session: Session, folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  const run = await readRun(session);
  const missing = names.filter((name) => !run.has(name));
  const [first] = missing;
  if (first !== undefined && [...run].some((name) => name > first))
    throw new Fault(
      'StoreFault',
      'unordered',
      'the tables of the state were not made by this program or a version of it: give it a database of its own',
    );
  for (const name of missing) {
    await session.query(await readFile(join(folder, name), 'utf8'));
    await session.query('INSERT INTO migration (name, run_at) VALUES ($1, now())', [name]);
  }
}

const named = z.array(z.object({ name: z.string() }));

/** Which were run. The table is made where it is missing, not "if not exists": that takes the right to make tables even where there is nothing to make. */
async function readRun(session: Session): Promise<ReadonlySet<string>> {
  const { rows } = await session.query(
    `SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'migration'`,
  );
  if (rows.length === 0)
    await session.query(
      'CREATE TABLE migration (name text PRIMARY KEY, run_at timestamptz NOT NULL)',
    );
  const found = await session.query('SELECT name FROM migration');
  return new Set(named.parse(found.rows).map(({ name }) => name));
}
