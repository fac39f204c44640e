import { expect, test } from 'vitest';
import { bindParameters, bindSamples } from '#src/edges/warehouse/duckdb/bind-parameters.ts';
import { decodeRows } from '#src/edges/warehouse/duckdb/decode-rows.ts';
import type { ParameterType } from '#src/ports.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';

const types = { s: 'STRING', d: 'DATE', n: 'INT64', l: 'ARRAY<STRING>' } as const;

test('parameters arrive under their declared types, an empty list too', async () => {
  const { values, types: bound } = bindParameters(types, { s: '1', d: '2022-01-31', n: 5, l: [] });
  const [row] = await withDuckdb(':memory:', {}, async (connection) => {
    const statement = await connection.prepare(
      'SELECT typeof($s) AS s, typeof($d) AS d, $d AS date, typeof($n) AS n, typeof($l) AS l',
    );
    statement.bind(values, bound);
    return decodeRows(await statement.run());
  });
  expect(row).toEqual({ s: 'VARCHAR', d: 'DATE', date: '2022-01-31', n: 'BIGINT', l: 'VARCHAR[]' });
});

test.each<[ParameterType, unknown]>([
  ['STRING', 1],
  ['DATE', '2022-02-30'],
  ['INT64', 1.5],
  ['INT64', 2 ** 53],
  ['ARRAY<STRING>', 'x'],
  ['ARRAY<STRING>', [null]],
  ['STRING', undefined],
])('a value that is not a %s is refused: %j', (type, value) => {
  expect(() => bindParameters({ x: type }, { x: value })).toThrow(/Invalid|expected/u);
});

test('every type has a sample to plan with', () => {
  expect(Object.keys(bindSamples(types).values)).toEqual(['s', 'd', 'n', 'l']);
});
