import type { DuckDBConnection } from '@duckdb/node-api';
import {
  rejectFile,
  rejectRows,
  type StagedSource,
  type WrongRow,
} from '../import/stage-source.ts';
import { textRows, type TextRow } from '../text-rows.ts';

/** The staging table's columns: `k0` … for the keys, `value`, and `devices` (empty where there is no such column). */
export type StagedColumns = {
  readonly keys: readonly string[];
  readonly value: string;
  readonly devices: string | undefined;
};

const listed = 20;
/** A number as the user wrote it; the cast alone would take 1_000. */
const numberIn = (column: string): string =>
  `CASE WHEN NOT contains(${column}, '_') THEN TRY_CAST(${column} AS DOUBLE) END`;
const notWhole = (number: string): string =>
  `(${number} IS NULL OR ${number} NOT BETWEEN 0 AND 1e12 OR ${number} <> floor(${number}))`;

/** Turns staged cells into the table `judged_cells` (numbers in `value_count`, `device_count`). Throws `Rejection` with the lines that will not do. */
export async function judgeCells(
  connection: DuckDBConnection,
  staged: StagedSource,
  columns: StagedColumns,
): Promise<void> {
  await connection.run(judging(columns));
  const rows = await textRows(connection, faulty(columns));
  const total = Number(rows[0]?.['total'] ?? 0);
  if (total + staged.broken.length > 0)
    throw await rejectRows(
      staged,
      rows.map((row) => wrongRow(row, columns)),
      total,
    );
  const [held] = await textRows(connection, 'SELECT count(*) AS rows FROM judged_cells');
  if (Number(held?.['rows']) === 0)
    throw rejectFile(staged.source.file, ['holds no cells below its first line: add some']);
}

function judging({ keys, devices }: StagedColumns): string {
  const emptyKeys = keys.map((_, at) => `WHEN k${at} IS NULL THEN 'k${at}'`).join(' ');
  const deviceFaults =
    devices === undefined
      ? ''
      : `WHEN devices IS NULL THEN 'devicesEmpty' WHEN ${notWhole('device_count')} THEN 'devicesNotWhole'`;
  return `CREATE TEMP TABLE judged_cells AS
    WITH typed AS (
      SELECT *, ${numberIn('value')} AS value_count, ${numberIn('devices')} AS device_count FROM staged_cells
    )
    SELECT *, CASE ${emptyKeys} WHEN value IS NULL THEN 'valueEmpty' WHEN ${notWhole('value_count')} THEN 'valueNotWhole' ${deviceFaults} END AS fault
    FROM typed`;
}

function faulty({ keys }: StagedColumns): string {
  const key = keys.map((_, at) => `k${at}`).join(', ');
  return `WITH repeated AS (
      SELECT ${key}, min(row) AS first FROM judged_cells WHERE fault IS NULL GROUP BY ALL HAVING count(*) > 1
    ), wrong AS (
      SELECT row, fault, NULL AS first FROM judged_cells WHERE fault IS NOT NULL
      UNION ALL
      SELECT row, 'duplicate', first FROM judged_cells JOIN repeated USING (${key}) WHERE fault IS NULL AND row > first
    )
    SELECT *, count(*) OVER () AS total FROM wrong ORDER BY row LIMIT ${listed}`;
}

function wrongRow({ row, fault = '', first }: TextRow, columns: StagedColumns): WrongRow {
  return {
    row: Number(row),
    reason: sayFault(fault, columns),
    sameAs: first === undefined ? undefined : Number(first),
  };
}

/** A reason holds no cell: the line says where to look. */
function sayFault(fault: string, { keys, value, devices }: StagedColumns): string {
  switch (fault) {
    case 'valueEmpty':
      return `${value} is empty: write 0 if there is nothing`;
    case 'valueNotWhole':
      return `${value} is not a whole number from 0: round it or mend it`;
    case 'devicesEmpty':
      return `${devices} is empty: write 0 if there are none`;
    case 'devicesNotWhole':
      return `${devices} is not a whole number from 0: round it or mend it`;
    case 'duplicate':
      return `has the same ${keys.join(', ')}: add them up, or name another key, for it repeats`;
    default:
      return `${keys[Number(fault.slice(1))]} is empty: every cell needs all its keys`;
  }
}
