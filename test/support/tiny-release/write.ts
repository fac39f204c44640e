import {
  BIGINT,
  BOOLEAN,
  DATE,
  DuckDBDateValue,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { appendColumns } from '#src/release/duckdb-file.ts';
import { dayNumber } from '#src/week.ts';

export type ColumnKind = 'text' | 'date' | 'whole' | 'yes';

type Plain = string | number | boolean | undefined;

const types: Readonly<Record<ColumnKind, DuckDBType>> = {
  text: VARCHAR,
  date: DATE,
  whole: BIGINT,
  yes: BOOLEAN,
};

/** Appends rows of plain values to a table whose columns are of the kinds given, in order. */
export function writeRows(
  connection: DuckDBConnection,
  table: string,
  kinds: readonly ColumnKind[],
  rows: readonly (readonly Plain[])[],
): Promise<void> {
  const columns = kinds.map((kind, column) => rows.map((row) => valueOf(kind, row[column])));
  return appendColumns(
    connection,
    table,
    kinds.map((kind) => types[kind]),
    columns,
    rows.length,
  );
}

function valueOf(kind: ColumnKind, value: Plain): DuckDBValue {
  if (value === undefined) return null;
  if (kind === 'date') return new DuckDBDateValue(dayNumber(String(value)));
  return kind === 'whole' ? BigInt(value) : value;
}
