import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keptSecret } from '#src/edges/secret-file.ts';
import { openPglite } from '#src/edges/store/open-pglite.ts';
import { faultOf } from '#test/support/fault-of.ts';
import { startWriter } from '#test/support/start-writer.ts';

const home = mkdtempSync(join(tmpdir(), 'mobility-lock-'));
const folder = join(home, 'state');
afterAll(() => rm(home, { recursive: true }));

const inUse = {
  name: 'StoreFault',
  code: 'inUse',
  retryable: true,
  message:
    'another process has the state open: stop it first, or set DATABASE_URL so that several processes can share one PostgreSQL',
};

test('a second opening is refused, in this process as in another one; the first goes on', async () => {
  await keptSecret(join(home, 'state', 'audit.key'));
  const first = await openPglite(folder);
  expect(await faultOf(openPglite(folder))).toEqual(inUse);
  const child = spawn(process.execPath, ['src/main.ts', 'audit', 'verify'], {
    env: { ...process.env, MOBILITY_HOME: home, DATABASE_URL: '' },
    stdio: 'pipe',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (said += String(text)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code).not.toBe(0);
  expect(said).toContain('another process has the state open');
  expect(await first.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);

  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700);

  await Promise.all([first.close(), first.close()]);
  const next = await openPglite(folder);
  // The lock is the next one's now: closing the first again must not give it away.
  await first.close();
  expect(await faultOf(openPglite(folder))).toEqual(inUse);
  for (const use of [() => first.query('SELECT 1'), () => first.transaction(async () => 'done')])
    expect(await faultOf(use())).toMatchObject({ code: 'closed' });
  await next.close();
});

test('the state of a process that was killed is opened by the next one', async () => {
  const writer = startWriter(home);
  await writer.hasWritten(1);
  expect(await faultOf(openPglite(folder))).toEqual(inUse);
  await writer.kill();
  const next = await openPglite(folder);
  await next.close();
});

test('the log of the embedded database stays small, however much is written', async () => {
  const database = await openPglite(folder);
  for (let at = 0; at < 30; at += 1)
    await database.query(`SELECT pg_logical_emit_message(false, 'x', repeat('x', 10000000))`);
  await database.close();
  const pieces = readdirSync(join(folder, 'postgres', 'pg_wal')).filter(
    (name) => name.length === 24,
  );
  expect(pieces.length).toBeGreaterThan(0);
  expect(pieces.length * 16).toBeLessThanOrEqual(96);
});
