import { expect, test } from 'vitest';
import { decodeRows } from '#src/edges/warehouse/bigquery/decode-rows.ts';

const decode = (type: string, v: unknown) =>
  decodeRows({ fields: [{ name: 'x', type }] }, [{ f: [{ v }] }])[0]?.['x'];

test.each([
  ['INTEGER', '12', 12],
  ['INT64', '-9007199254740991', -9_007_199_254_740_991],
  ['FLOAT', '1.5', 1.5],
  ['FLOAT64', '1e-7', 1e-7],
  ['STRING', '007', '007'],
  ['DATE', '2022-01-24', '2022-01-24'],
  ['BOOLEAN', 'true', true],
  ['BOOL', 'false', false],
  ['INTEGER', null, null],
])('reads %s %s by its declared type', (type, value, read) => {
  expect(decode(type, value)).toBe(read);
});

test.each([
  ['a whole number that cannot be held exactly', 'INTEGER', '9007199254740993', 'badNumber'],
  ['what is no whole number', 'INTEGER', '1.5', 'badNumber'],
  ['no number', 'FLOAT', 'NaN', 'badNumber'],
  ['an empty number', 'FLOAT', '', 'badNumber'],
  ['a type that no query of ours gives', 'JSON', '{}', 'badColumn'],
  ['a value that is no text', 'INTEGER', 12, 'badColumn'],
])('refuses %s', (_, type, value, code) => {
  expect(() => decode(type, value)).toThrow(
    expect.objectContaining({ name: 'WarehouseFault', code }),
  );
});

test('refuses a row with more or fewer values than columns', () => {
  const fields = [{ name: 'x', type: 'STRING' }];
  for (const f of [[], [{ v: 'a' }, { v: 'b' }]])
    expect(() => decodeRows({ fields }, [{ f }])).toThrow(
      expect.objectContaining({ code: 'badColumn' }),
    );
});
