import type { DuckDBConnection } from '@duckdb/node-api';
import { makeIndexTables, type CubeLists } from '../index-tables.ts';
import { readColumns } from '../read-columns.ts';
import { releaseSql } from '../release-query.ts';

/** What a written release says, read back from its file. Columns of equal length by index; `bound` per `destination × modes + mode`, 0 where there is none. */
export type PublishedFigures = {
  readonly week: Uint16Array;
  readonly origin: Uint16Array;
  readonly destination: Uint16Array;
  readonly mode: Uint8Array;
  readonly trips: Float64Array;
  readonly sensitive: Uint8Array;
  readonly bound: Float64Array;
};

/** Reads the leaves and error bounds of the open release; leaves the index tables behind. */
export async function readPublished(
  connection: DuckDBConnection,
  lists: CubeLists,
): Promise<PublishedFigures> {
  await makeIndexTables(connection, lists);
  const rows = await countRows(connection, 'leaf_weekly');
  const leaves = {
    week: new Uint16Array(rows),
    origin: new Uint16Array(rows),
    destination: new Uint16Array(rows),
    mode: new Uint8Array(rows),
    trips: new Float64Array(rows),
    sensitive: new Uint8Array(rows),
  };
  await readColumns(connection, { sql: await releaseSql('attack-leaves') }, Object.values(leaves));
  return { ...leaves, bound: await readBounds(connection, lists) };
}

async function readBounds(
  connection: DuckDBConnection,
  { areas, modes }: CubeLists,
): Promise<Float64Array> {
  const rows = await countRows(connection, 'error_bound');
  const [destination, mode, value] = [0, 1, 2].map(() => new Float64Array(rows));
  const sql = await releaseSql('attack-bounds');
  await readColumns(
    connection,
    { sql },
    [destination, mode, value].flatMap((column) => column ?? []),
  );
  const bound = new Float64Array(areas.length * modes.length);
  destination?.forEach((place, row) => {
    bound[place * modes.length + (mode?.[row] ?? 0)] = value?.[row] ?? 0;
  });
  return bound;
}

async function countRows(connection: DuckDBConnection, table: string): Promise<number> {
  const count = await connection.runAndReadAll(`SELECT CAST(count(*) AS DOUBLE) FROM ${table}`);
  return Number(count.getRows()[0]?.[0] ?? 0);
}
