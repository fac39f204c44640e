import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { areas } from '#queries/areas.ts';
import { queries } from '#queries/index.ts';
import { makeDuckdbWarehouse } from '#src/edges/warehouse/make-duckdb-warehouse.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import type { Query } from '#src/ports.ts';
import { testWarehouse } from '#test/contract/test-warehouse.ts';
import { makeTinyRelease, type TinyRelease } from '#test/support/make-tiny-release.ts';

const sqlFolder = join(import.meta.dirname, '../../../queries');
const options = { deadlineMs: 20_000 };

testWarehouse('DuckDB', ({ file }) => makeDuckdbWarehouse({ file, queries, sqlFolder }));

let folder: string;
let tiny: TinyRelease;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duckdb-'));
  tiny = await makeTinyRelease(folder);
});
afterAll(() => rm(folder, { recursive: true }));

/** A warehouse whose only query is the SQL given. */
async function makeWith(id: string, sql: string, contract: Partial<Query> = {}) {
  await writeFile(join(folder, `${id}.sql`), sql);
  const query: Query = { id, types: {}, params: z.unknown(), row: z.unknown(), ...contract };
  const warehouse = await makeDuckdbWarehouse({
    file: tiny.file,
    queries: [query],
    sqlFolder: folder,
  });
  return { warehouse, ask: (run = options) => warehouse.run(query, {}, run) };
}

describe('starting', () => {
  const start = (file: string) => makeDuckdbWarehouse({ file, queries, sqlFolder });

  test('needs a release file', async () => {
    await expect(start(join(folder, 'none.duckdb'))).rejects.toMatchObject({
      name: 'WarehouseFault',
      code: 'noRelease',
    });
  });

  test('refuses a file that is damaged, cut short or another thing altogether', async () => {
    const file = join(folder, 'bad.duckdb');
    await writeFile(file, 'no database '.repeat(2000));
    await expect(start(file)).rejects.toMatchObject({ code: 'unreadable' });
    await writeFile(file, '');
    await expect(start(file)).rejects.toMatchObject({ code: 'unreadable' });
    const other = join(folder, 'other.duckdb');
    await withDuckdb(other, {}, async (connection) => {
      await connection.run('CREATE TABLE t (a INTEGER)');
    });
    await expect(start(other)).rejects.toMatchObject({ code: 'unreadable' });
  });

  test.each([{ mechanism: 'none' }, { policyHash: '' }, { policyHash: 'F'.repeat(64) }])(
    'refuses a release that was not protected: %o',
    async (release) => {
      const { file } = await makeTinyRelease(folder, { name: 'raw', release });
      await expect(start(file)).rejects.toMatchObject({ code: 'notProtected' });
    },
  );

  test('refuses a release without exactly one description', async () => {
    const { file } = await makeTinyRelease(folder, { name: 'two' });
    await withDuckdb(file, {}, async (connection) => {
      await connection.run('INSERT INTO release SELECT * FROM release');
    });
    await expect(start(file)).rejects.toMatchObject({ code: 'unreadable' });
  });

  test.each([
    ['a table that does not exist', 'SELECT a.x AS x FROM `protected.nope` AS a ORDER BY x'],
    ['a column that does not exist', 'SELECT a.x AS x FROM `protected.area` AS a ORDER BY x'],
    [
      'one in a condition with a parameter',
      'SELECT a.code AS x FROM `protected.area` AS a WHERE a.nope = @x ORDER BY x',
    ],
    ['a parameter that is not declared', 'SELECT @y AS x FROM `protected.area` AS a ORDER BY x'],
    ['a parameter that is not used', 'SELECT a.code AS x FROM `protected.area` AS a ORDER BY x'],
    ['several statements', 'SELECT COUNT(*) AS n FROM `protected.area` AS a; SELECT @x AS x'],
  ])('refuses a query with %s, by name', async (_, sql) => {
    const made = makeWith('odd', sql, { types: { x: 'STRING' } });
    await expect(made).rejects.toThrow('the query odd cannot be used');
  });

  test('refuses two queries of one id, an id that is a path, and a query without SQL', async () => {
    const withQueries = (...ids: string[]) =>
      makeDuckdbWarehouse({
        file: tiny.file,
        queries: ids.map((id) => ({ ...areas, id })),
        sqlFolder,
      });
    await expect(withQueries('areas', 'areas')).rejects.toThrow('share an id');
    await expect(withQueries('release/areas')).rejects.toThrow('no id');
    await expect(withQueries('absent')).rejects.toThrow('ENOENT');
  });
});

describe('a slow query', () => {
  const slow =
    'SELECT COUNT(*) AS n FROM `protected.leaf_weekly` AS a CROSS JOIN `protected.leaf_weekly` AS b CROSS JOIN `protected.leaf_weekly` AS c WHERE a.trips + b.trips + c.trips < 0';

  test('is interrupted at its deadline, and the next one is answered', async () => {
    const { warehouse, ask } = await makeWith('slow', slow);
    const start = performance.now();
    const asked = [1, 2, 3].map(() => ask({ deadlineMs: 150 }));
    for (const one of await Promise.allSettled(asked)) {
      expect(one).toMatchObject({ reason: { code: 'deadline', retryable: true } });
    }
    expect(performance.now() - start).toBeLessThan(3000);
    const before = performance.now();
    await warehouse.close();
    expect(performance.now() - before).toBeLessThan(3000);
  });

  test('is interrupted even before it began, when the warehouse closes', async () => {
    const { warehouse, ask } = await makeWith('slow', slow);
    const asked = ask().catch((error: unknown) => error);
    await warehouse.close();
    expect(await asked).toMatchObject({ code: 'closed' });
  });

  test('does not hold up a quick one', async () => {
    await writeFile(join(folder, 'areas.sql'), 'SELECT COUNT(*) AS n FROM `protected.area` AS a');
    const queryOf = (id: string): Query => ({
      id,
      types: {},
      params: z.unknown(),
      row: z.unknown(),
    });
    const [slowOne, quickOne] = [queryOf('slow'), queryOf('areas')] as const;
    const warehouse = await makeDuckdbWarehouse({
      file: tiny.file,
      queries: [slowOne, quickOne],
      sqlFolder: folder,
    });
    const cut = warehouse.run(slowOne, {}, options).catch((error: unknown) => error);
    expect((await warehouse.run(quickOne, {}, options)).rows).toEqual([{ n: 9 }]);
    await warehouse.close();
    expect(await cut).toMatchObject({ code: 'closed' });
  });
});

describe('rows', () => {
  test('that cannot be decoded exactly are a fault', async () => {
    const sql =
      'SELECT SUM(leaf.trips) * 9007199254740993 AS n FROM `protected.leaf_weekly` AS leaf';
    const { warehouse, ask } = await makeWith('large', sql);
    await expect(ask()).rejects.toMatchObject({ name: 'WarehouseFault', code: 'badNumber' });
    await warehouse.close();
  });

  test('that break their contract are a fault that names the column, never the value', async () => {
    const row = z.strictObject({ code: z.string().length(2) });
    const sql = 'SELECT area.code AS code FROM `protected.area` AS area ORDER BY code';
    const { warehouse, ask } = await makeWith('narrow', sql, { row });
    await expect(ask()).rejects.toMatchObject({
      code: 'badRow',
      message: 'narrow: a row breaks its contract at code',
    });
    await warehouse.close();
  });

  test('put NULL first ascending and last descending, as BigQuery does', async () => {
    const sql = (direction: string) =>
      `SELECT DISTINCT area.parent AS parent FROM \`protected.area\` AS area ORDER BY parent ${direction}`;
    const up = await makeWith('up', sql('ASC'));
    const down = await makeWith('down', sql('DESC'));
    expect((await up.ask()).rows.at(0)).toEqual({ parent: null });
    expect((await down.ask()).rows.at(-1)).toEqual({ parent: null });
    await Promise.all([up.warehouse.close(), down.warehouse.close()]);
  });
});

test('an engine error crosses by its kind alone, without SQL or values', async () => {
  const sql = 'SELECT COUNT(*) AS n FROM `protected.area` AS a WHERE CAST(a.name AS FLOAT64) > 1';
  const { warehouse, ask } = await makeWith('casting', sql);
  const fault = await ask().catch((error: unknown) => error);
  expect(fault).toMatchObject({
    code: 'engine',
    message: 'the warehouse failed: Conversion Error',
  });
  expect(fault).not.toHaveProperty('cause');
  await warehouse.close();
});
