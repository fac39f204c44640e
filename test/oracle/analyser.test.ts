import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAnalyser, type Analyser } from '#test/oracle/evaluator/make-analyser.ts';
import { whereInstalled } from '#test/oracle/where-installed.ts';

const tables = [
  {
    name: 'some.table',
    columns: [
      { name: 'place', type: 'STRING' },
      { name: 'read_at', type: 'TIMESTAMP' },
    ],
  },
] as const;

function analyse(): void {
  let analyser: Analyser | undefined;
  beforeAll(async () => {
    analyser = await makeAnalyser();
  });
  afterAll(() => analyser?.close());

  test('tells the kind of a statement', async () => {
    const kind = await analyser?.analyse('SELECT place FROM `some.table`', { tables });
    expect(kind).toBe('resolvedQueryStmtNode');
  });

  test('knows parameters by name and type, and no others', async () => {
    const sql =
      'SELECT place FROM `some.table` WHERE read_at > @since AND place IN UNNEST(@places)';
    const parameters = { since: 'TIMESTAMP', places: 'ARRAY<STRING>' } as const;
    expect(await analyser?.analyse(sql, { tables, parameters })).toBe('resolvedQueryStmtNode');
    const wrong = { ...parameters, since: 'INT64' } as const;
    await expect(analyser?.analyse(sql, { tables, parameters: wrong })).rejects.toThrow(
      /No matching signature/u,
    );
    await expect(analyser?.analyse(sql, { tables })).rejects.toThrow(/'since' not found/u);
  });

  test('takes one statement at a time, and none of a kind that nobody here writes', async () => {
    await expect(analyser?.analyse('SELECT 1; SELECT 2', { tables })).rejects.toThrow(
      /Syntax error/u,
    );
    await expect(
      analyser?.analyse('DROP ALL ROW ACCESS POLICIES ON `some.table`', { tables }),
    ).rejects.toThrow(/not supported/iu);
  });
}

whereInstalled('the analyser', analyse);
