import { z } from 'zod';
import { decodeRows } from '#src/edges/warehouse/duckdb/decode-rows.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';

const columnRow = z.object({
  table_name: z.string(),
  column_name: z.string(),
  data_type: z.enum(['VARCHAR', 'BIGINT', 'DATE', 'BOOLEAN', 'DOUBLE']),
});

type DuckdbType = z.infer<typeof columnRow>['data_type'];

const googleTypes = {
  VARCHAR: 'STRING',
  BIGINT: 'INT64',
  DATE: 'DATE',
  BOOLEAN: 'BOOL',
  DOUBLE: 'FLOAT64',
} as const satisfies Readonly<Record<DuckdbType, string>>;

/** The GoogleSQL type of a column. */
export type ColumnType = (typeof googleTypes)[DuckdbType];

/** Of a table of the warehouse: one of a release has no time of day. */
export type StoredType = ColumnType | 'TIMESTAMP';

export type Column<T extends StoredType = ColumnType> = {
  readonly name: string;
  readonly type: T;
};

/** Columns by table, in order. */
export type Schema = ReadonlyMap<string, readonly Column[]>;

const known = new Map<string, Promise<Schema>>();

/** The tables that CREATE TABLE statements make, as DuckDB itself reads them: the schema file is the one truth. */
export function readSchema(statements: string): Promise<Schema> {
  const read = known.get(statements) ?? describeTables(statements);
  known.set(statements, read);
  return read;
}

async function describeTables(statements: string): Promise<Schema> {
  return withDuckdb(':memory:', {}, async (connection) => {
    await connection.run(statements);
    const found = await connection.run(
      'SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index',
    );
    const columns = z.array(columnRow).parse(await decodeRows(found));
    const byTable = Map.groupBy(columns, ({ table_name }) => table_name);
    return new Map([...byTable].map(([table, own]) => [table, own.map(toColumn)]));
  });
}

function toColumn({ column_name, data_type }: z.infer<typeof columnRow>): Column {
  return { name: column_name, type: googleTypes[data_type] };
}
