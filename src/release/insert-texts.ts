import { LIST, listValue, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';

/** Inserts rows given as texts, one per column in table order; DuckDB turns them into the column's type and `undefined` into NULL. */
export async function insertTexts(
  connection: DuckDBConnection,
  table: string,
  rows: readonly (readonly (string | undefined)[])[],
): Promise<void> {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return;
  const columns = Array.from({ length: width }, (_, at) =>
    listValue(rows.map((row) => row[at] ?? null)),
  );
  const types = columns.map(() => LIST(VARCHAR));
  const cells = columns.map((_, at) => `unnest($${at + 1})`).join(', ');
  await connection.run(`INSERT INTO ${table} SELECT ${cells}`, columns, types);
}
