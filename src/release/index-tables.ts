import type { DuckDBConnection } from '@duckdb/node-api';
import { insertTexts } from './insert-texts.ts';

/** The lists that a cube's columns index. */
export type CubeLists = {
  readonly areas: readonly string[];
  readonly weeks: readonly string[];
  readonly modes: readonly string[];
};

/** Makes the temporary tables `area_index`, `week_index` and `mode_index` (code, position) that join figures to a cube's columns. */
export async function makeIndexTables(
  connection: DuckDBConnection,
  { areas, weeks, modes }: CubeLists,
): Promise<void> {
  await makeIndex(connection, 'area_index', 'VARCHAR', areas);
  await makeIndex(connection, 'week_index', 'DATE', weeks);
  await makeIndex(connection, 'mode_index', 'VARCHAR', modes);
}

async function makeIndex(
  connection: DuckDBConnection,
  table: string,
  type: string,
  codes: readonly string[],
): Promise<void> {
  await connection.run(`CREATE TEMP TABLE ${table} (code ${type}, position INTEGER)`);
  await insertTexts(
    connection,
    table,
    codes.map((code, position) => [code, String(position)]),
  );
}
