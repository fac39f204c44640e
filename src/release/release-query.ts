import { readFile } from 'node:fs/promises';
import type { DuckDBConnection, Json } from '@duckdb/node-api';

type Params = Record<string, string | number>;

/** The text of a query of the release job: `queries/release/<name>.sql`. */
export function releaseSql(name: string): Promise<string> {
  return readFile(new URL(`../../queries/release/${name}.sql`, import.meta.url), 'utf8');
}

/** Runs a query of the release job and returns its rows as JSON values (whole numbers of 64 bits as text). */
export async function releaseRows(
  connection: DuckDBConnection,
  name: string,
  params: Params = {},
): Promise<readonly Record<string, Json>[]> {
  return (await connection.runAndReadAll(await releaseSql(name), params)).getRowObjectsJson();
}
