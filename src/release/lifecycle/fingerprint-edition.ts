import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { textRows } from '../text-rows.ts';

const columnsSql = `SELECT table_name AS "table", column_name AS "column", data_type AS type FROM information_schema.columns
  WHERE table_schema = 'main' ORDER BY table_name, ordinal_position`;

/**
 * What approval is given to: the SHA-256 (64 hex digits) of every table, column and row of the open file, whatever their order in it. A file that is written
 * again with the same content has the same.
 */
export async function fingerprintEdition(connection: DuckDBConnection): Promise<string> {
  const columns = await textRows(connection, columnsSql);
  const tables = Map.groupBy(columns, ({ table = '' }) => table);
  const hash = createHash('sha256');
  for (const [table, named] of tables) {
    const names = named.map(({ column = '' }) => column);
    const [row] = await textRows(connection, rowsHashSql(table, names));
    const head = JSON.stringify([table, named.map(({ column, type }) => [column, type])]);
    hash.update(`${head}=${row?.['hash'] ?? ''}\n`);
  }
  return hash.digest('hex');
}

/** Rows are sorted and hashed in groups by their first column, so that no list of all rows is made. */
function rowsHashSql(table: string, columns: readonly string[]): string {
  const row = `CAST(row(${columns.map(quote).join(', ')}) AS VARCHAR)`;
  return `SELECT sha256(string_agg(part, '' ORDER BY part)) AS hash FROM (
    SELECT sha256(string_agg(line, chr(10) ORDER BY line)) AS part
    FROM (SELECT ${quote(columns[0] ?? '')} AS head, ${row} AS line FROM main.${quote(table)}) AS lines GROUP BY head) AS parts`;
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
