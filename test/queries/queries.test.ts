import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { queries } from '#queries/index.ts';
import { protectedTables } from '#src/edges/warehouse/protected-tables.ts';
import { rewriteToDuckdb } from '#src/edges/warehouse/rewrite/rewrite-to-duckdb.ts';

/** Beside the queries: the list of all, and what several of them ask for. */
const shared = ['index.ts', 'flow-parameters.ts'];
const folder = join(import.meta.dirname, '../../queries');

test('every query is one SQL file beside one contract, and all are in the closed list', async () => {
  const files = await readdir(folder, { withFileTypes: true });
  const names = files.filter((entry) => entry.isFile()).map(({ name }) => name);
  const ids = queries.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(5);
  expect(names.toSorted()).toEqual(
    [...ids.flatMap((id) => [`${id}.sql`, `${id}.ts`]), ...shared].toSorted(),
  );
});

test.each(queries.map((query) => [query.id, query] as const))(
  '%s is in the subset, and declares the parameters that its SQL uses',
  async (id, { types }) => {
    const sql = await readFile(join(folder, `${id}.sql`), 'utf8');
    const { parameters } = rewriteToDuckdb(sql, protectedTables);
    expect(parameters.toSorted()).toEqual(Object.keys(types).toSorted());
  },
);

test('the tables that may be read are those of a protected release', async () => {
  const schema = join(import.meta.dirname, '../../src/release/protected-schema.sql');
  const tables = (await readFile(schema, 'utf8')).matchAll(/^CREATE TABLE (\w+)/gmu);
  expect([...protectedTables]).toEqual([...tables].map(([, name]) => `protected.${name}`));
});
