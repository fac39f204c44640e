import type { DuckDBConnection } from '@duckdb/node-api';
import { textRows } from './text-rows.ts';

const rawTables = {
  trips_weekly: ['week', 'origin', 'destination', 'mode', 'trips', 'devices'],
  trips_daily: ['date', 'destination', 'trips', 'devices'],
};

const contribution = ['week', 'origin', 'destination', 'mode', 'largest', 'second'];

const publishedTables = {
  leaf_weekly: ['week', 'origin', 'destination', 'mode', 'trips', 'status'],
  daily: ['date', 'destination', 'trips', 'status'],
  error_bound: ['destination', 'mode', 'bound'],
};

/** The fingerprint of a raw data set's trips, and of its contributions where it knows any: the same for the same rows in any order. 32 hex digits; privileged, since it would confirm guesses. */
export async function fingerprintRaw(connection: DuckDBConnection): Promise<string> {
  const tables = await textRows(
    connection,
    `SELECT table_name FROM information_schema.tables WHERE table_name = 'contribution'`,
  );
  return fingerprintTables(
    connection,
    tables.length === 0 ? rawTables : { ...rawTables, contribution },
  );
}

/** The fingerprint of a release's published numbers. 32 hex digits. */
export function fingerprintPublished(connection: DuckDBConnection): Promise<string> {
  return fingerprintTables(connection, publishedTables);
}

/** Adds up the MD5 of every row of the named columns: two sums of 64 bits, so the order of rows is irrelevant and a repeated row counts. */
async function fingerprintTables(
  connection: DuckDBConnection,
  tables: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const lines = Object.entries(tables).map(
    ([table, columns]) =>
      `SELECT concat_ws('|', '${table}', ${columns.join(', ')}) AS line FROM ${table}`,
  );
  const [sums = {}] = await textRows(
    connection,
    `SELECT CAST(coalesce(sum(md5_number_upper(line)), 0) AS VARCHAR) AS high, CAST(coalesce(sum(md5_number_lower(line)), 0) AS VARCHAR) AS low
     FROM (${lines.join(' UNION ALL ')})`,
  );
  return hexOf(sums['high'] ?? '0') + hexOf(sums['low'] ?? '0');
}

function hexOf(sum: string): string {
  return BigInt.asUintN(64, BigInt(sum)).toString(16).padStart(16, '0');
}
