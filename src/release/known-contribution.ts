import type { DuckDBConnection } from '@duckdb/node-api';
import { textRows } from './text-rows.ts';

/**
 * Makes the temporary view `known_contribution` (one row per week, origin, destination and mode) that leaf-weekly.sql joins.
 * Returns whether the data set knows any. A data set of an earlier version has no such table and knows none.
 */
export async function makeKnownContribution(connection: DuckDBConnection): Promise<boolean> {
  const [tables] = await textRows(
    connection,
    `SELECT count(*) AS tables FROM information_schema.tables WHERE table_name = 'contribution'`,
  );
  const source = Number(tables?.['tables']) === 0 ? none : 'contribution';
  await connection.run(`CREATE TEMP VIEW known_contribution AS
    SELECT week, origin, destination, mode, SUM(largest) AS largest, SUM(second) AS second FROM ${source} GROUP BY ALL`);
  const [known] = await textRows(connection, 'SELECT count(*) AS rows FROM known_contribution');
  return Number(known?.['rows']) > 0;
}

const none = `(SELECT week, origin, destination, mode, trips AS largest, 0 AS second FROM trips_weekly WHERE false)`;
