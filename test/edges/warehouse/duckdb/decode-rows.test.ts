import { describe, expect, test } from 'vitest';
import { decodeRows } from '#src/edges/warehouse/duckdb/decode-rows.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';

const decode = (sql: string) =>
  withDuckdb(':memory:', {}, async (connection) => decodeRows(await connection.run(sql)));

describe('values are read by the type of their column', () => {
  test.each([
    ['CAST(7 AS BIGINT)', 7],
    ['CAST(9007199254740991 AS BIGINT)', 9007199254740991],
    ['CAST(-9007199254740991 AS HUGEINT)', -9007199254740991],
    ['CAST(7 AS INTEGER)', 7],
    ['CAST(1.5 AS DOUBLE)', 1.5],
    ["'12'", '12'],
    ["DATE '2022-01-03'", '2022-01-03'],
    ['TRUE', true],
    ['CAST(NULL AS BIGINT)', null],
    ['CAST(NULL AS DOUBLE)', null],
  ])('%s', async (sql, value) => {
    expect(await decode(`SELECT ${sql} AS x`)).toEqual([{ x: value }]);
  });

  test.each([
    ['CAST(9007199254740992 AS BIGINT)', 'badNumber'],
    ['CAST(-9007199254740993 AS HUGEINT)', 'badNumber'],
    ["CAST('nan' AS DOUBLE)", 'badNumber'],
    ["CAST('inf' AS DOUBLE)", 'badNumber'],
    ['CAST(1.5 AS DECIMAL(3, 1))', 'badColumn'],
    ["TIMESTAMP '2022-01-03 00:00:00'", 'badColumn'],
    ['[1]', 'badColumn'],
  ])('%s is a fault', async (sql, code) => {
    await expect(decode(`SELECT ${sql} AS x`)).rejects.toMatchObject({
      name: 'WarehouseFault',
      code,
    });
  });
});
