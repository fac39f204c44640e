import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import type { ClientBase } from 'pg';
import type { Database } from './database.ts';

/** Where the migrations lie: `0001_name.sql`, run in this order, each once. Only ever added to, so that a replica of the version before goes on working. */
export const migrationsFolder: string = fileURLToPath(new URL('migrations', import.meta.url));

/** Brings the tables up to this version of the program, all or nothing, one replica at a time. Tables of a later version are left as they are. */
export function migrate(database: Database, folder: string = migrationsFolder): Promise<void> {
  return database.session(async (session) => {
    await runner({
      // Of `ClientBase` the runner calls `query` alone where it is given a client.
      dbClient: session as ClientBase,
      dir: folder,
      migrationsTable: 'migration',
      direction: 'up',
      checkOrder: true,
      singleTransaction: true,
      advisoryLockMode: 'wait',
      log: () => undefined,
    });
  });
}
