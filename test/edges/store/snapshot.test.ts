import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSnapshot, snapshotFile } from '#src/edges/store/snapshot.ts';

let folder: string;
let fromSnapshot: PGlite;
let made: PGlite;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mobility-snapshot-'));
  fromSnapshot = await PGlite.create(join(folder, 'snapshot'), {
    loadDataDir: await readSnapshot(),
  });
  made = await PGlite.create(join(folder, 'made'));
}, 60_000);

afterAll(async () => {
  await fromSnapshot?.close();
  await made?.close();
  await rm(folder, { recursive: true, force: true });
});

const both = async (text: string) => ({
  snapshot: (await fromSnapshot.query(text)).rows,
  made: (await made.query(text)).rows,
});

// Where this fails: `npm run snapshot`.
test('the snapshot was made by the PGlite that is installed', async () => {
  const { rows } = await fromSnapshot.query<{ readonly maker: string }>(
    `SELECT shobj_description(oid, 'pg_database') AS maker FROM pg_database WHERE datname = 'postgres'`,
  );
  const [engine] = (await made.query<{ readonly version: string }>('SELECT version()')).rows;
  expect(rows[0]?.maker).toMatch(/^made by PGlite \d+\.\d+\.\d+$/u);
  expect(engine?.version).toContain(`(${rows[0]?.maker.replace('made by ', '')})`);
});

test('a database from the snapshot has the settings of one that PGlite makes: UTF-8, UTC, checksums', async () => {
  const settings = await both(
    `SELECT name, setting FROM pg_settings WHERE name <> 'data_directory' AND name NOT LIKE '%\\_file' ORDER BY name`,
  );
  expect(settings.snapshot).toEqual(settings.made);
  expect(settings.snapshot).toEqual(
    expect.arrayContaining([
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'TimeZone', setting: 'UTC' },
      { name: 'data_checksums', setting: 'on' },
      { name: 'wal_recycle', setting: 'on' },
    ]),
  );
});

test.for([
  'SELECT catalog_version_no, pg_control_version FROM pg_control_system()',
  'SELECT datname, datcollate, datctype, datallowconn, datistemplate FROM pg_database ORDER BY datname',
  'SELECT rolname, rolsuper FROM pg_roles ORDER BY rolname',
  'SELECT extname, extversion FROM pg_extension ORDER BY extname',
  `SELECT relname, relkind FROM pg_class WHERE relnamespace <> 'pg_toast'::regnamespace ORDER BY relname, relkind`,
  'SELECT count(*) FROM pg_proc',
  'SELECT count(*) FROM pg_collation',
  'SELECT nspname, nspacl::text FROM pg_namespace ORDER BY nspname',
])('a database from the snapshot holds what one that PGlite makes does: %s', async (text) => {
  const { snapshot, made: own } = await both(text);
  expect(snapshot.length).toBeGreaterThan(0);
  expect(snapshot).toEqual(own);
});

test('a database from the snapshot keeps what is written to it', async () => {
  await fromSnapshot.exec(
    `CREATE TABLE kept (id integer PRIMARY KEY, word text); INSERT INTO kept VALUES (1, '“Ŵ” 🚆'); CHECKPOINT;`,
  );
  await fromSnapshot.close();
  fromSnapshot = await PGlite.create(join(folder, 'snapshot'));
  expect((await fromSnapshot.query('SELECT word FROM kept')).rows).toEqual([{ word: '“Ŵ” 🚆' }]);
});

test('the snapshot is below one megabyte', async () => {
  expect((await stat(snapshotFile)).size).toBeLessThan(1_000_000);
});
