import { readFile } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { withDuckdb } from '../duckdb-file.ts';
import { textRows } from '../text-rows.ts';
import type { RuleCount } from './gate-figures.ts';

const columns = `SELECT table_name || '.' || column_name || ' ' || data_type AS name FROM information_schema.columns WHERE table_catalog NOT IN ('temp', 'system') ORDER BY 1`;

/** Whether a written release has the tables and columns of its schema and no others: nothing raw has a place in it. */
export async function checkColumns(connection: DuckDBConnection): Promise<RuleCount> {
  const schema = await readFile(new URL('../protected-schema.sql', import.meta.url), 'utf8');
  const meant = await withDuckdb(':memory:', {}, async (empty) => {
    await empty.run(schema);
    return namesIn(empty);
  });
  const found = await namesIn(connection);
  const strange = [...found.symmetricDifference(meant)];
  return {
    rule: 'a table or column that a release does not have',
    checked: found.size,
    broken: strange.length,
  };
}

async function namesIn(connection: DuckDBConnection): Promise<ReadonlySet<string>> {
  return new Set((await textRows(connection, columns)).map(({ name = '' }) => name));
}
