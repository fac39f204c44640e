import type { DuckDBConnection } from '@duckdb/node-api';
import { bindSamples } from '#src/edges/warehouse/duckdb/bind-parameters.ts';
import { protectedTables } from '#src/edges/warehouse/protected-tables.ts';
import type { RegisteredQuery } from '#src/edges/warehouse/registered-query.ts';
import { rewriteToDuckdb } from '#src/edges/warehouse/rewrite/rewrite-to-duckdb.ts';

/** A registered query with the SQL that DuckDB runs. */
export type PlannedQuery = RegisteredQuery & { readonly duckdbSql: string };

/** Rewrites and plans every query against the release. Throws an `Error` that names the query and what is wrong with it. */
export async function planQueries(
  connection: DuckDBConnection,
  registered: readonly RegisteredQuery[],
): Promise<readonly PlannedQuery[]> {
  const planned: PlannedQuery[] = [];
  for (const one of registered) planned.push(await planQuery(connection, one));
  return planned;
}

async function planQuery(
  connection: DuckDBConnection,
  registered: RegisteredQuery,
): Promise<PlannedQuery> {
  const { query, sql } = registered;
  try {
    const { sql: duckdbSql } = rewriteToDuckdb(sql, protectedTables);
    await explain(connection, duckdbSql, query.types);
    return { ...registered, duckdbSql };
  } catch (cause) {
    throw new Error(`the query ${query.id} cannot be used`, { cause });
  }
}

/** Plans with values of the declared types: a parameter that is missing or one too many fails here. */
async function explain(
  connection: DuckDBConnection,
  sql: string,
  parameters: RegisteredQuery['query']['types'],
): Promise<void> {
  const { values, types } = bindSamples(parameters);
  const statement = await connection.prepare(`EXPLAIN ${sql}`);
  try {
    statement.bind(values, types);
    await statement.run();
  } finally {
    statement.destroySync();
  }
}
