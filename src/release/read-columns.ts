import type { DuckDBConnection } from '@duckdb/node-api';

/** A place for a column of numbers. */
type NumberColumn = { set(values: ArrayLike<number>, offset: number): void };

/** Streams the number columns of a query's rows into `columns`, which are long enough. Returns how many rows there were. */
export async function readColumns(
  connection: DuckDBConnection,
  query: { readonly sql: string; readonly params?: Record<string, string> },
  columns: readonly NumberColumn[],
): Promise<number> {
  const result = await connection.stream(query.sql, query.params ?? {});
  let count = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk !== null && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    for (const [at, column] of columns.entries()) {
      // The query casts every column to a number that is never NULL.
      column.set(chunk.getColumnValues(at) as number[], count);
    }
    count += chunk.rowCount;
  }
  return count;
}
