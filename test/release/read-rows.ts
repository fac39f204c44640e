import type { Json } from '@duckdb/node-api';
import { withDuckdb } from '#src/release/duckdb-file.ts';

/** The rows of a query on a DuckDB file. */
export function readRows(file: string, sql: string): Promise<Record<string, Json>[]> {
  return withDuckdb(file, { access_mode: 'READ_ONLY' }, async (connection) =>
    (await connection.runAndReadAll(sql)).getRowObjectsJson(),
  );
}
