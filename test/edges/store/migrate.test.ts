import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Fault } from '#src/fault.ts';
import type { Database } from '#src/edges/store/database.ts';
import { makeStore } from '#src/edges/store/make-store.ts';
import { migrate } from '#src/edges/store/migrate.ts';
import { openPostgres } from '#src/edges/store/open-postgres.ts';
import { withClient } from '#test/support/postgres-server.ts';
import { checkWhole } from './versions/check-whole.ts';
import { empty, engines, useDatabase, type Opened } from './versions/engines.ts';
import { fixtureMac, noWitness } from './versions/fixture-audit.ts';
import { live } from './versions/live.ts';
import { replay } from './versions/replay.ts';
import { someFolder } from './versions/some-folder.ts';
import { dumpTables, fillTables, readLike, tableNames } from './versions/tables.ts';
import {
  migrationNames,
  present,
  readRows,
  readTranscript,
  textsIn,
  versions,
} from './versions/versions.ts';

const all = migrationNames.length;

const storeOf = (database: Database) =>
  makeStore({
    database,
    mac: fixtureMac,
    clock: () => new Date('2026-12-01T00:00:00Z'),
    witness: noWitness,
  });

const ran = (database: Database) =>
  database.query('SELECT name, run_at FROM migration ORDER BY name');

const names = async (database: Database) => (await ran(database)).map((row) => row['name']);

describe.for(engines)('migrations $name', (engine) => {
  const { isMissing } = engine;
  const database = useDatabase(engine);

  test.skipIf(isMissing).for(versions)(
    'keep every row of version %s, and the present program reads and goes on with them',
    async (version) => {
      const rows = readRows(version);
      await migrate(database(), someFolder(Number(version)));
      expect(await tableNames(database())).toEqual(Object.keys(rows));
      await fillTables(database(), rows);
      await migrate(database());
      expect(await readLike(database(), rows)).toEqual(rows);

      const store = storeOf(database());
      expect((await store.audit.head()).seq).toBe(rows['audit']?.length);
      await checkWhole(store);
      for (const key of textsIn(rows, 'outbox', 'key'))
        expect((await store.messages.find(key))?.owner).toBe('U0ANN');
      for (const id of textsIn(rows, 'proposal', 'id'))
        expect(
          await store.proposals.find({ kind: id === 'weekly' ? 'digest' : 'policy', id }),
        ).toMatchObject({ standing: { kind: id === 'weekly' ? 'rejected' : 'approved' } });
      expect((await store.releases.list()).map(({ name }) => name).toSorted()).toEqual(
        textsIn(rows, 'release', 'name').toSorted(),
      );
      const opens = (rows['outbox'] ?? []).filter(({ settled_at: at }) => at === null);
      const audit = { actor: { kind: 'program', name: 'outbox' } } as const;
      for (const _ of opens)
        await store.change(async ({ outbox }) => {
          const held = await outbox.claim({ leaseMs: 60_000 }, audit);
          expect(opens.map(({ key }) => key)).toContain(held?.key);
        });
      await store.change(({ inbox }) => inbox.accept('one more', audit));
      await checkWhole(store);
      expect((await store.audit.head()).seq).toBe((rows['audit']?.length ?? 0) + opens.length + 1);
    },
  );

  test.skipIf(isMissing)(
    'make each table that a version has, with rows in each of them',
    async () => {
      for (const version of versions)
        for (const [table, rows] of Object.entries(readRows(version)))
          expect(rows.length, `${version} ${table}`).toBeGreaterThan(0);
      await migrate(database());
      expect(await tableNames(database())).toEqual(Object.keys(readRows(present)));
    },
  );

  test.skipIf(isMissing)('that were run are not run again', async () => {
    await migrate(database());
    const before = await ran(database());
    expect(before.map((row) => row['name'])).toEqual(migrationNames);
    await migrate(database());
    expect(await ran(database())).toEqual(before);
  });

  test.skipIf(isMissing)(
    'that fail half-way leave the version before, and say nothing of it but that',
    async () => {
      await migrate(database(), someFolder(2));
      const before = await dumpTables(database());
      const broken = someFolder(3, {
        '9998_fine.sql': 'CREATE TABLE fine (id integer);',
        '9999_broken.sql': `CREATE TABLE begun (id integer); INSERT INTO begun VALUES ('no number');`,
      });
      const fault = await migrate(database(), broken).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(fault).toBeInstanceOf(Fault);
      expect(String(fault)).not.toMatch(/begun|INSERT|no number/u);
      expect(await names(database())).toEqual(migrationNames.slice(0, 2));
      expect(await dumpTables(database())).toEqual(before);
      await migrate(database());
      expect(await names(database())).toEqual(migrationNames);
    },
  );

  test.skipIf(isMissing)(
    'of a later version are left as they are, and the program works',
    async () => {
      const later = someFolder(all, {
        '9998_thumbnail.sql': `ALTER TABLE outbox ADD COLUMN thumbnail text; ALTER TABLE audit ADD COLUMN at timestamptz DEFAULT now();`,
        '9999_subscription.sql': `CREATE TABLE subscription (id text PRIMARY KEY); INSERT INTO subscription VALUES ('weekly');`,
      });
      await migrate(database(), later);
      const before = await ran(database());
      await migrate(database());
      expect(await ran(database())).toEqual(before);
      expect(await database().query('SELECT id FROM subscription')).toEqual([{ id: 'weekly' }]);
      expect(await replay(database(), readTranscript(present))).toEqual([]);
      await checkWhole(storeOf(database()));
      await empty(database());
      await migrate(database(), later);
      await live(database());
      await checkWhole(storeOf(database()));
    },
  );

  test.skipIf(isMissing)(
    'are run in their order, whatever the clock of the server said',
    async () => {
      const later = someFolder(all, { '9999_next.sql': 'CREATE TABLE next (id integer);' });
      await migrate(database());
      await migrate(database(), later);
      await database().query(
        `UPDATE migration SET run_at = '1999-01-01' WHERE name = '9999_next.sql'`,
      );
      for (const folder of [later, undefined]) await migrate(database(), folder);
      expect(await names(database())).toEqual([...migrationNames, '9999_next.sql']);
    },
  );

  test.skipIf(isMissing)(
    'refuse tables that neither this program nor a version of it made',
    async () => {
      await migrate(database(), someFolder(1, { '0001_b_side.sql': '', '0009_end.sql': '' }));
      await expect(migrate(database())).rejects.toMatchObject({
        name: 'StoreFault',
        code: 'unordered',
      });
      expect(await tableNames(database())).toEqual(['audit', 'audit_head']);
    },
  );

  test
    .skipIf(isMissing)
    .for([
      `UPDATE audit SET event = '{}' WHERE seq = 1`,
      'DELETE FROM audit WHERE seq = 2',
      'DELETE FROM audit',
      'TRUNCATE audit',
      'TRUNCATE audit, audit_head',
      `INSERT INTO audit VALUES (1, '{}', '') ON CONFLICT (seq) DO UPDATE SET event = '{}'`,
      `WITH gone AS (DELETE FROM audit RETURNING seq) SELECT seq FROM gone`,
      'DELETE FROM audit_head',
      'TRUNCATE audit_head',
    ])('let nobody change the audit: %s', async (statement) => {
    await migrate(database());
    await fillTables(database(), readRows('0001'));
    await expect(database().query(statement)).rejects.toMatchObject({
      cause: { message: 'the audit is append-only' },
    });
    expect(await readLike(database(), readRows('0001'))).toEqual(readRows('0001'));
    await checkWhole(storeOf(database()));
  });
});

const [, server] = engines;

describe.skipIf(server.isMissing)('migrations by several processes, which needs PostgreSQL', () => {
  let opened: Opened;
  const url = () => opened.url ?? '';

  beforeAll(async () => {
    opened = await server.open();
  }, 60_000);
  afterAll(() => opened?.close());
  beforeEach(() => empty(opened.database));

  /** A process of its own that migrates, and ends with 0 where that went well. */
  const start = (folder: string) =>
    spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { migrate } from '#src/edges/store/migrate.ts';
         import { openPostgres } from '#src/edges/store/open-postgres.ts';
         const database = await openPostgres(process.argv[1]);
         await migrate(database, process.argv[2]);
         await database.close();`,
        url(),
        folder,
      ],
      { cwd: join(import.meta.dirname, '../../..'), stdio: 'ignore' },
    );

  // A waiting process must see what the one before it did, whatever the operator set for all.
  test.for(['read committed', 'serializable'])(
    'at once run each migration once, where transactions are %s',
    async (level) => {
      await opened.database.query(
        `ALTER DATABASE mobility SET default_transaction_isolation = '${level}'`,
      );
      const folder = someFolder(all, {
        '9999_once.sql': `SELECT pg_sleep(1); CREATE TABLE once (id integer); INSERT INTO once VALUES (1);`,
      });
      const ends = [1, 2, 3].map(() => once(start(folder), 'exit'));
      expect(await Promise.all(ends)).toEqual([1, 2, 3].map(() => [0, null]));
      expect(await names(opened.database)).toEqual([...migrationNames, '9999_once.sql']);
      expect(await opened.database.query('SELECT id FROM once')).toEqual([{ id: 1 }]);
      await opened.database.query('ALTER DATABASE mobility RESET default_transaction_isolation');
    },
  );

  test('one of which is killed in the middle leave the version before, and the next one goes on', async () => {
    await migrate(opened.database, someFolder(2));
    const folder = someFolder(all, { '9999_slow.sql': 'SELECT pg_sleep(3);' });
    const child = start(folder);
    const ended = once(child, 'exit');
    await untilAsleep(url());
    child.kill('SIGKILL');
    await ended;
    expect(await names(opened.database)).toEqual(migrationNames.slice(0, 2));
    await migrate(opened.database);
    expect(await names(opened.database)).toEqual(migrationNames);
  });

  test('of which one may not make tables: it starts where all was run, and is refused clearly where not', async () => {
    await migrate(opened.database, someFolder(2));
    await opened.database.session((session) =>
      session.query(
        `DROP ROLE IF EXISTS clerk; CREATE ROLE clerk LOGIN; GRANT USAGE ON SCHEMA public TO clerk;
         GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO clerk;`,
      ),
    );
    const clerk = await openPostgres(url().replace('tester', 'clerk'));
    await migrate(clerk, someFolder(2));
    await expect(migrate(clerk)).rejects.toMatchObject({ name: 'StoreFault', code: 'denied' });
    expect(await names(opened.database)).toEqual(migrationNames.slice(0, 2));
    await clerk.close();
    await opened.database.session((session) =>
      session.query('DROP OWNED BY clerk; DROP ROLE clerk'),
    );
  });
});

async function untilAsleep(url: string): Promise<void> {
  await withClient(url, async (client) => {
    for (let tries = 0; tries < 200; tries += 1) {
      const { rows } = await client.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'`,
      );
      if (rows.length > 0) return;
      await sleep(20);
    }
    throw new Error('no migration began');
  });
}
