import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queries } from '#queries/index.ts';
import { readRegisteredQueries } from '#src/edges/warehouse/registered-query.ts';
import { releaseSchema } from '#test/oracle/data/random-release.ts';
import { makeDuckdbEngine, type DuckdbLoaded } from '#test/oracle/duckdb/make-duckdb-engine.ts';
import { fewRows } from '#test/oracle/differences/few-rows.ts';
import type { Engine } from '#test/oracle/engine.ts';
import { readGolden } from '#test/oracle/golden-file.ts';

const sqlFolder = join(import.meta.dirname, '../../queries');

describe('DuckDB gives the rows that GoogleSQL gave (npm run oracle records them)', () => {
  let duckdb: Engine<DuckdbLoaded>;
  beforeAll(async () => {
    duckdb = await makeDuckdbEngine();
  });
  afterAll(() => duckdb.close());

  test.each(queries.map((query) => ({ id: query.id, query })))('$id', async ({ id, query }) => {
    const cases = readGolden(id) ?? [];
    expect(cases.length).toBeGreaterThan(2);
    expect(cases.filter(({ rows }) => rows.length > 0).length).toBeGreaterThan(1);
    const [registered] = await readRegisteredQueries([query], sqlFolder);
    for (const { params, tables, rows } of cases) {
      expect(query.params.parse(params)).toEqual(params);
      const loaded = await duckdb.load({ schema: releaseSchema, tables });
      const question = { sql: registered?.sql ?? '', types: query.types, params };
      expect(await loaded.ask(question)).toEqual(rows);
      await loaded.close();
    }
  });

  test('NULL comes first where rows rise and last where they fall, as in GoogleSQL', async () => {
    const loaded = await duckdb.load(fewRows);
    const idsBy = async (direction: string) => {
      const sql = `SELECT t.n AS n, t.id AS id FROM \`protected.sample\` AS t ORDER BY n ${direction}, id`;
      const rows = await loaded.ask({ sql, types: {}, params: {} });
      return rows.map(({ id }) => id);
    };
    expect([await idsBy('ASC'), await idsBy('DESC')]).toEqual([
      [1, 3, 2, 4],
      [4, 2, 3, 1],
    ]);
    await loaded.close();
  });

  test('no golden file is left of a query that is gone', () => {
    const recorded = readdirSync(join(import.meta.dirname, 'golden'));
    const known = queries.map(({ id }) => `${id}.json`);
    expect(recorded.filter((file) => !known.includes(file))).toEqual([]);
  });
});
