import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBDateValue,
  VARCHAR,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { appendColumns, buildDuckdbFile } from '#src/release/duckdb-file.ts';
import { dayNumber } from '#src/week.ts';
import { cellsOf } from '#test/oracle/data/cells-of.ts';
import { queriedName, type Dataset, type Plain } from '#test/oracle/data/dataset.ts';
import { readSchema, type ColumnType } from '#test/oracle/data/read-schema.ts';

const types: Readonly<Record<ColumnType, DuckDBType>> = {
  STRING: VARCHAR,
  INT64: BIGINT,
  DATE: DATE,
  BOOL: BOOLEAN,
  FLOAT64: DOUBLE,
};

/** Writes a data set as a DuckDB file. Returns the names of its tables as queries write them. */
export async function writeDataset(dataset: Dataset, file: string): Promise<ReadonlySet<string>> {
  const { schema, tables } = dataset;
  const known = await readSchema(schema);
  await buildDuckdbFile(file, schema, async (connection) => {
    for (const [table, own] of Object.entries(tables)) {
      if (own.length === 0) continue;
      const columns = known.get(table) ?? [];
      const rows = own.map((row) => cellsOf(table, columns, row));
      await appendColumns(
        connection,
        table,
        columns.map(({ type }) => types[type]),
        columns.map(({ type }, index) => rows.map((row) => valueOf(type, row[index] ?? null))),
        rows.length,
      );
    }
  });
  return new Set([...known.keys()].map((table) => queriedName(dataset, table)));
}

function valueOf(type: ColumnType, value: Plain): DuckDBValue {
  if (value === null) return null;
  if (type === 'DATE') return new DuckDBDateValue(dayNumber(String(value)));
  return type === 'INT64' ? BigInt(value) : value;
}
