import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readSchema } from '#test/oracle/data/read-schema.ts';

export const infraFolder = join(import.meta.dirname, '../../infra');

/** A column as both twins must have it, in GoogleSQL's words. */
export type Column = {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
};

export type Tables = Readonly<Record<string, readonly Column[]>>;

const releaseNumber: Column = { name: 'release_number', type: 'INT64', required: true };

/** The protected tables as the program makes them in DuckDB, each with the number of its release before its own columns. */
export async function readProgramColumns(): Promise<Tables> {
  const statements = readFileSync(
    join(import.meta.dirname, '../../src/release/protected-schema.sql'),
    'utf8',
  );
  const required = requiredColumns(statements);
  const tables = [...(await readSchema(statements))].map(([table, columns]) => [
    table,
    [
      releaseNumber,
      ...columns.map((column) => ({
        ...column,
        required: required.has(`${table}.${column.name}`),
      })),
    ],
  ]);
  return Object.fromEntries(tables);
}

function requiredColumns(statements: string): ReadonlySet<string> {
  const made = [...statements.matchAll(/^CREATE TABLE (\w+) \(([^)]*)\)/gmu)];
  return new Set(
    made.flatMap(([, table, columns = '']) =>
      [...columns.matchAll(/(\w+) \w+ NOT NULL/gu)].map(([, column]) => `${table}.${column}`),
    ),
  );
}

const fields = z.array(
  z.strictObject({
    name: z.string(),
    type: z.enum(['STRING', 'INTEGER', 'DATE', 'BOOLEAN', 'TIMESTAMP']),
    mode: z.enum(['REQUIRED', 'NULLABLE']),
  }),
);

/** BigQuery's schemas have older words for two types. */
const googleTypes: Readonly<Record<string, string>> = { INTEGER: 'INT64', BOOLEAN: 'BOOL' };

/** A table's columns by the schema that Terraform gives it. */
export function readTerraformColumns(table: string): readonly Column[] {
  const text = readFileSync(join(infraFolder, 'schemas', `${table}.json`), 'utf8');
  return fields.parse(JSON.parse(text)).map(({ name, type, mode }) => ({
    name,
    type: googleTypes[type] ?? type,
    required: mode === 'REQUIRED',
  }));
}
