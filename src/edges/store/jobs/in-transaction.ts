import type { Db } from 'pg-boss';
import type { Database } from '../database.ts';

/** Runs `work`, which gives `db` to each call of pg-boss, in one transaction. Throws `StoreFault`. */
export function inTransaction<T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> {
  return database.transaction(({ query }) =>
    // The rows are what the driver gives, as with any other connection of pg-boss.
    work({ executeSql: async (text, values) => ({ rows: [...(await query(text, values))] }) }),
  );
}
