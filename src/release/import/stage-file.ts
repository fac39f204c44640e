import type { DuckDBConnection } from '@duckdb/node-api';
import { textRows } from '../text-rows.ts';
import type { ChosenColumns } from './choose-columns.ts';
import type { SourceFile } from './source-file.ts';

/** A row that is no row of the table. `record` counts the file's records, blank ones too; the header is 1. */
export type BrokenRecord = { readonly record: number; readonly reason: string };

/**
 * Reads a file as text into the temporary table `table`: `row` (1 = first data row that is whole), then a column per name in `names`,
 * trimmed, NULL where the file has none or the cell is empty. Returns the records that had to be left out.
 * Throws the sentence `unreadable` names where no row can be read at all.
 */
export async function stageFile(
  connection: DuckDBConnection,
  source: SourceFile,
  columns: {
    readonly table: string;
    readonly names: readonly string[];
    readonly chosen: ChosenColumns;
  },
): Promise<readonly BrokenRecord[]> {
  const cells = columns.names.map(
    (name) => `${cellOf(source, columns.chosen[name])} AS ${quote(name)}`,
  );
  const select = `SELECT row_number() OVER () AS row, ${cells.join(', ')} FROM ${readerOf(source, columns.table)}`;
  await connection.run(`CREATE TEMP TABLE ${columns.table} AS ${select}`, [source.file]);
  return source.format === 'csv' ? brokenRecords(connection, columns.table) : [];
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function cellOf(source: SourceFile, at: number | undefined): string {
  if (at === undefined) return 'CAST(NULL AS VARCHAR)';
  const column = source.format === 'csv' ? `c${at}` : quote(source.columns[at] ?? '');
  return `nullif(trim(CAST(${column} AS VARCHAR), ' \t'), '')`;
}

function readerOf(source: SourceFile, table: string): string {
  if (source.format === 'parquet') return 'read_parquet($1)';
  const columns = source.columns.map((_, at) => `'c${at}': 'VARCHAR'`).join(', ');
  return `read_csv($1, auto_detect = false, header = true, columns = {${columns}}, delim = '${source.delimiter}', quote = '"', escape = '"',
    store_rejects = true, rejects_table = '${table}_errors', rejects_scan = '${table}_scans')`;
}

// A short row is reported once for each cell it lacks, a long one for each it has too many: the first and the last tell its length.
const said = `CASE WHEN error_type = 'TOO MANY COLUMNS' THEN -CAST(column_idx AS BIGINT) ELSE CAST(column_idx AS BIGINT) END`;

async function brokenRecords(
  connection: DuckDBConnection,
  table: string,
): Promise<readonly BrokenRecord[]> {
  const rows = await textRows(
    connection,
    `SELECT line, min_by(CAST(error_type AS VARCHAR), ${said}) AS error, min_by(error_message, ${said}) AS message
     FROM ${table}_errors GROUP BY line ORDER BY line`,
  );
  return rows.map((row) => ({
    record: Number(row['line']),
    reason: sayBroken(row['error'] ?? '', row['message'] ?? ''),
  }));
}

function sayBroken(error: string, message: string): string {
  const cells = /Columns: (\d+) Found: (\d+)/u.exec(message);
  if (error === 'INVALID ENCODING') return 'is not UTF-8 text: save the file as UTF-8';
  if (error === 'UNQUOTED VALUE') return 'a quotation mark is not closed';
  if (cells !== null) return `has ${cells[2]} cells where the header has ${cells[1]}`;
  return 'cannot be read as a row of CSV';
}
