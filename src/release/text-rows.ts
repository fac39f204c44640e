import type { DuckDBConnection, Json } from '@duckdb/node-api';

/** A row whose cells are text; a NULL is absent. */
export type TextRow = Readonly<Record<string, string | undefined>>;

/** Runs a query and returns its rows as text. */
export async function textRows(
  connection: DuckDBConnection,
  sql: string,
  params: Record<string, string | number> = {},
): Promise<readonly TextRow[]> {
  const rows = (await connection.runAndReadAll(sql, params)).getRowObjectsJson();
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, textOf(cell)])),
  );
}

function textOf(cell: Json): string | undefined {
  if (cell === null) return undefined;
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
