import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '#src/fault.ts';
import type { Query } from '#src/ports.ts';

/** A query with its SQL. `hash`: the first 12 hex digits of the SHA-256 of `sql`. */
export type RegisteredQuery = {
  readonly query: Query;
  readonly sql: string;
  readonly hash: string;
};

/** Reads `<id>.sql` of every query: the only SQL that can ever be run. Throws where two share an id, or a file is missing. */
export async function readRegisteredQueries(
  queries: readonly Query[],
  sqlFolder: string,
): Promise<readonly RegisteredQuery[]> {
  if (new Set(queries.map(({ id }) => id)).size < queries.length)
    throw new Error('two queries share an id');
  return Promise.all(queries.map((query) => readRegistered(query, sqlFolder)));
}

async function readRegistered(query: Query, sqlFolder: string): Promise<RegisteredQuery> {
  if (!/^[a-z][a-z0-9-]*$/u.test(query.id)) throw new Error(`"${query.id}" is no id of a query`);
  const sql = await readFile(join(sqlFolder, `${query.id}.sql`), 'utf8');
  return { query, sql, hash: createHash('sha256').update(sql).digest('hex').slice(0, 12) };
}

/** The registered query itself: an object that only looks like it, under the same id, is refused. */
export function findRegistered<T extends { readonly query: Query }>(
  registered: readonly T[],
  query: { readonly id: string },
): T {
  const found = registered.find((one) => one.query === query);
  if (found === undefined)
    throw new Fault('WarehouseFault', 'notRegistered', 'this query is not registered');
  return found;
}
