import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPostgres, startPostgres, type PostgresServer } from '#test/support/postgres-server.ts';

const program = fileURLToPath(import.meta.resolve('./jobs-child.ts'));

describe.skipIf(findPostgres() === undefined)('where PostgreSQL is installed', () => {
  let home: string;
  let server: PostgresServer;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'jobs-'));
    await writeFile(join(home, 'audit.key'), 'a'.repeat(64));
    server = await startPostgres();
  }, 60_000);
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await server.stop();
    await rm(home, { recursive: true, force: true });
  });

  /** A process that works, and all that it has told. */
  const start = async (databaseUrl: string, name: string) => {
    const child = fork(program, [join(home, name), join(home, 'audit.key')], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: 'inherit',
    });
    children.push(child);
    const told: unknown[] = [];
    child.on('message', (message) => told.push(message));
    await once(child, 'message');
    return { child, told };
  };

  test('a job whose process was killed is run by another process', async () => {
    const url = await server.database('killed');
    const first = await start(url, 'first');
    const second = await start(url, 'second');
    first.child.send('send');
    const run = await Promise.race(
      [first, second].map(async (each) => {
        await once(each.child, 'message');
        return each;
      }),
    );
    run.child.kill('SIGKILL');
    const other = run === first ? second : first;
    await once(other.child, 'message');
    expect(run.told).toEqual(['ready', { key: 'never', attempt: 1 }]);
    expect(other.told).toEqual(['ready', { key: 'never', attempt: 2 }]);
  });
});
