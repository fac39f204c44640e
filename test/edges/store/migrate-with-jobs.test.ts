import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromPglite, PgBoss } from 'pg-boss';
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '#src/edges/store/database.ts';
import { migrate } from '#src/edges/store/migrate.ts';
import { openPglite } from '#src/edges/store/open-pglite.ts';
import { engines } from './versions/engines.ts';
import { replay } from './versions/replay.ts';
import { tableNames } from './versions/tables.ts';
import { migrationNames, present, readRows, readTranscript } from './versions/versions.ts';

const [, server] = engines;

/** Expects our tables and those of pg-boss, each whole and in its own schema. */
async function checkBoth(database: Database): Promise<void> {
  expect(await tableNames(database)).toEqual(Object.keys(readRows(present)));
  const run = await database.query('SELECT name FROM migration ORDER BY name');
  expect(run.map((row) => row['name'])).toEqual(migrationNames);
  expect(await database.query('SELECT count(*)::integer AS rows FROM pgboss.version')).toEqual([
    { rows: 1 },
  ]);
  expect(await replay(database, readTranscript(present))).toEqual([]);
}

test.each(['store first', 'jobs first'])(
  'the tables of the store and of pg-boss lie side by side in one PGlite: %s',
  async (order) => {
    const folder = await mkdtemp(join(tmpdir(), 'mobility-both-'));
    const database = await openPglite(folder);
    onTestFinished(async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    });
    if (order === 'store first') await migrate(database);
    const boss = new PgBoss({ db: fromPglite(database.pglite), backend: 'pglite' });
    await boss.start();
    await migrate(database);
    await boss.stop({ graceful: false });
    await checkBoth(database);
  },
);

test.skipIf(server.isMissing)(
  'three processes at once make the tables of the store and of pg-boss in one PostgreSQL, which must be installed',
  async () => {
    const { database, url, close } = await server.open();
    onTestFinished(close);
    const processes = [1, 2, 3].map(() =>
      spawn(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `import { PgBoss } from 'pg-boss';
           import { migrate } from '#src/edges/store/migrate.ts';
           import { openPostgres } from '#src/edges/store/open-postgres.ts';
           const database = await openPostgres(process.argv[1]);
           const boss = new PgBoss(process.argv[1]);
           await Promise.all([migrate(database), boss.start()]);
           await boss.createQueue('once');
           await boss.stop({ graceful: false });
           await database.close();`,
          url ?? '',
        ],
        { cwd: join(import.meta.dirname, '../../..'), stdio: 'ignore' },
      ),
    );
    const ends = await Promise.all(processes.map((each) => once(each, 'exit')));
    expect(ends).toEqual([1, 2, 3].map(() => [0, null]));
    await checkBoth(database);
    const queues = await database.query(`SELECT name FROM pgboss.queue WHERE name = 'once'`);
    expect(queues).toEqual([{ name: 'once' }]);
  },
);
