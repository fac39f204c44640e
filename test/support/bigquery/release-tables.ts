import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeRows } from '#src/edges/warehouse/duckdb/decode-rows.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import { readSchema } from '#test/oracle/data/read-schema.ts';
import type { FakeTable } from './fake-bigquery.ts';

const schemaFile = join(import.meta.dirname, '../../../src/release/protected-schema.sql');
const plainRow = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** The tables of a dataset with one release in it, as the release's file has them: each a partition by its number. */
export async function releaseTables(
  dataset: string,
  file: string,
  releaseNumber: number,
): Promise<readonly FakeTable[]> {
  const schema = await readSchema(await readFile(schemaFile, 'utf8'));
  return withDuckdb(file, { access_mode: 'READ_ONLY' }, async (connection) => {
    const tables: FakeTable[] = [];
    for (const [table, columns] of schema) {
      const found = await connection.run(`SELECT * FROM "${table}"`);
      const rows = z.array(plainRow).parse(await decodeRows(found));
      tables.push({
        name: `${dataset}.${table}`,
        columns: [{ name: 'release_number', type: 'INT64' }, ...columns],
        rows: rows.map((row) => ({ release_number: releaseNumber, ...row })),
        partition: { column: 'release_number' },
      });
    }
    return tables;
  });
}
