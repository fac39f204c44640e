import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runStatement } from '#src/edges/warehouse/duckdb/run-statement.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';

const none = { values: {}, types: {} };
const slow =
  'SELECT count(*) AS n FROM range(100000) AS a(i) CROSS JOIN range(100000) AS b(j) WHERE i * j = -1';

test('a statement is interrupted at whatever moment the signal comes', async () => {
  await withDuckdb(':memory:', { threads: '1' }, async (connection) => {
    for (const pauseMs of [undefined, undefined, 0, 0, 1, 1, 2, 3, 5, 8, 20]) {
      const stopping = new AbortController();
      const running = runStatement(connection, slow, none, stopping.signal);
      const ended = expect(running).rejects.toThrow('enough');
      if (pauseMs !== undefined) await wait(pauseMs);
      stopping.abort(new Error('enough'));
      await ended;
    }
    const rows = await runStatement(connection, 'SELECT 1 AS n', none, AbortSignal.any([]));
    expect(rows).toEqual([{ n: 1 }]);
  });
}, 10_000);

test('a statement whose signal has come already is not begun', async () => {
  await withDuckdb(':memory:', {}, async (connection) => {
    const stopped = AbortSignal.abort(new Error('enough'));
    const running = runStatement(connection, 'CREATE TABLE t (a INTEGER)', none, stopped);
    await expect(running).rejects.toThrow('enough');
    await expect(connection.run('SELECT * FROM t')).rejects.toThrow('does not exist');
  });
});
