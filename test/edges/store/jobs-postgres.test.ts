import { randomUUID } from 'node:crypto';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClock } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fault } from '#src/fault.ts';
import { openState } from '#src/edges/store/open-store.ts';
import type { Clock } from '#src/state/store.ts';
import { testJobs } from '#test/contract/test-jobs.ts';
import { makeKind, makeWorld, passUntil } from '#test/support/job-world.ts';
import {
  findPostgres,
  startPostgres,
  withClient,
  type PostgresServer,
} from '#test/support/postgres-server.ts';

// The test clock of pg-boss sets up its connections in a way of which `pg` warns.
process.noDeprecation = true;

describe.skipIf(findPostgres() === undefined)('where PostgreSQL is installed', () => {
  let home: string;
  let server: PostgresServer;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'jobs-'));
    await writeFile(join(home, 'audit.key'), 'a'.repeat(64));
    server = await startPostgres();
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  });

  const open = async (clock: Clock) => {
    const databaseUrl = await server.database(randomUUID());
    // The connections of the store follow the clock of the test as those of pg-boss do.
    await withClient(databaseUrl, (client) =>
      client.query(
        `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET pgboss.test_clock = ''on''', current_database()); END $$`,
      ),
    );
    // Each of these databases is another state, and has a home of its own.
    const own = await mkdtemp(join(home, 'own-'));
    return openState({ home: own, databaseUrl, auditKeyFile: join(home, 'audit.key') }, clock);
  };
  testJobs('PostgreSQL', open);

  test('connections that break are replaced, and reported', async () => {
    const time = new TestClock('2026-11-02T09:00:00Z');
    const state = await open(() => new Date(time.now()));
    const kind = makeKind('cut');
    const { jobs, reports } = makeWorld(state, time, [kind]);
    await jobs.start();
    await state.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'pgboss%'`,
    );
    await passUntil(time, () => reports.length > 0);
    expect(reports[0]).toMatchObject({ name: 'StoreFault', code: 'unreachable' });
    // The cut of some may still be on its way.
    await passUntil(time, () =>
      jobs
        .send(kind, { key: 'a', owner: 'U0OWNER', data: { text: '' } })
        .catch((error: unknown) => {
          if (error instanceof Fault && error.retryable) return false;
          throw error;
        }),
    );
    await passUntil(time, () => kind.runs.length === 1);
    await jobs.stop();
    await state.store.close();
  });

  test('a server that is away at the start is a fault, and the start can be tried again', async () => {
    const time = new TestClock('2026-11-02T09:00:00Z');
    const state = await open(() => new Date(time.now()));
    if (state.database.engine !== 'postgres') throw new Error('not PostgreSQL');
    const away = { ...state.database.server, port: 1 };
    const { jobs } = makeWorld(state, time, [], { database: { ...state.database, server: away } });
    const unreachable = { name: 'StoreFault', code: 'unreachable' };
    await expect(jobs.start()).rejects.toMatchObject(unreachable);
    await expect(jobs.start()).rejects.toMatchObject(unreachable);
    await jobs.stop();
    await state.store.close();
  });
});
