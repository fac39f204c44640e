import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { takeLock } from '#src/edges/process-lock.ts';
import { terminalPerson } from '#src/edges/terminal/terminal-person.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import { makeFolderKeeper } from '#src/release/lifecycle/folder-keeper.ts';
import { textRows } from '#src/release/text-rows.ts';
import { makeTinyRelease } from '#test/support/make-tiny-release.ts';
import { ownFolder } from '#test/support/own-folder.ts';
import { importInvented, inventedAreas } from '../invented-data.ts';
import { releaseInvented } from '../release-invented.ts';

const home = ownFolder();
const folder = join(home, 'releases');
const keeper = makeFolderKeeper(home);
let sound = '';
let fingerprint = '';

beforeAll(async () => {
  ({ file: sound } = await makeTinyRelease(folder, { name: 'tiny', weeks: 4 }));
  fingerprint = (await keeper.describe('tiny'))?.fingerprint ?? '';
});

let copies = 0;

/** The fingerprint of the sound release after some SQL; undefined where it is no release any more. */
async function after(sql: string): Promise<string | undefined> {
  copies += 1;
  const name = `copy-${copies}`;
  const file = join(folder, `${name}.duckdb`);
  copyFileSync(sound, file);
  await withDuckdb(file, {}, async (connection) => {
    await connection.run(sql);
    await connection.run('CHECKPOINT');
  });
  const found = await keeper.describe(name);
  rmSync(file);
  return found?.fingerprint;
}

test('a release is described by what its file says of itself, under the name of the file', async () => {
  expect(await keeper.describe('tiny')).toEqual({
    name: 'tiny',
    releaseId: 'tiny-1',
    dataset: 'tiny',
    lastDay: '2021-01-31',
    policyHash: '5'.repeat(64),
    synthetic: true,
    fingerprint,
  });
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/u);
});

const columnsOf = (file: string) =>
  withDuckdb(file, { access_mode: 'READ_ONLY' }, (connection) =>
    textRows(
      connection,
      'SELECT table_name AS "table", column_name AS "column", data_type AS type FROM information_schema.columns ORDER BY ALL',
    ),
  );

describe('the fingerprint', () => {
  const tables = [
    'area',
    'area_alias',
    'area_closure',
    'calendar',
    'daily',
    'error_bound',
    'event',
    'leaf_weekly',
    'mode',
    'release',
    'report',
  ];

  test('is of every table that a release has', async () => {
    const found = new Set((await columnsOf(sound)).map(({ table }) => table));
    expect([...found]).toEqual(tables);
  });

  test.each(tables)('is the same with the rows of %s in another order', async (table) => {
    const sql = `CREATE TEMP TABLE turned AS SELECT * FROM ${table} ORDER BY hash(rowid); DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM turned`;
    expect(await after(sql)).toBe(fingerprint);
  });

  test('is another one where any cell of any table is', async () => {
    const columns = await columnsOf(sound);
    expect(columns.length).toBeGreaterThan(50);
    const seen = new Set<string | undefined>([fingerprint, undefined]);
    for (const { table = '', column = '', type } of columns) {
      const other = type === 'BOOLEAN' ? `NOT ${column}` : `${column} + 1`;
      const value = type === 'VARCHAR' ? `coalesce(${column} || '.', 'was NULL')` : other;
      // The verdict must stay: without it the file is no checked release.
      const at = table === 'report' ? `name <> 'verdict'` : 'true';
      const last = `rowid = (SELECT max(rowid) FROM ${table} WHERE ${at})`;
      seen.add(await after(`UPDATE ${table} SET ${column} = ${value} WHERE ${last}`));
    }
    expect(seen.size).toBe(columns.length + 2);
  });

  test.each(tables.filter((table) => table !== 'release'))(
    'is another one where a row of %s is taken away or comes twice',
    async (table) => {
      const one = `rowid = (SELECT max(rowid) FROM ${table} ${table === 'report' ? `WHERE name <> 'verdict'` : ''})`;
      const fewer = await after(`DELETE FROM ${table} WHERE ${one}`);
      const more = await after(`INSERT INTO ${table} SELECT * FROM ${table} WHERE ${one}`);
      expect(new Set([fingerprint, fewer, more, undefined]).size).toBe(4);
    },
  );

  test.each([
    ['a column has another name', 'ALTER TABLE daily RENAME COLUMN status TO state'],
    ['a column has another type', 'ALTER TABLE daily ALTER COLUMN trips TYPE INTEGER'],
    ['a column is added', 'ALTER TABLE daily ADD COLUMN note VARCHAR'],
    ['a table is added', 'CREATE TABLE note (text VARCHAR)'],
    [
      'a table whose name would end a quotation is added',
      `CREATE TABLE "a"" b" ("c' d"" e" VARCHAR)`,
    ],
    ['a table is missing', 'DROP TABLE area_alias'],
    [
      'two cells of a row change places',
      `UPDATE event SET label = source, source = label WHERE rowid = 0`,
    ],
    ['NULL becomes the word', `UPDATE area SET parent = 'NULL' WHERE parent IS NULL`],
    ['NULL becomes nothing', `UPDATE area SET parent = '' WHERE parent IS NULL`],
  ])('is another one where %s', async (_, sql) => {
    const found = await after(sql);
    expect(found).toMatch(/^[0-9a-f]{64}$/u);
    expect(found).not.toBe(fingerprint);
  });

  test('tells cells with quotes, commas and line breaks from the cells and rows that they look like', async () => {
    const hostile = [
      `('a', 'b, c')`,
      `('a, b', 'c')`,
      `('a'', ''b', 'c')`,
      `('(a, b)' || chr(10) || '(c', 'd)')`,
      `('a', 'b' || chr(10) || 'c')`,
      `('a', 'b'), ('c', 'd')`,
      `('a', 'b)' || chr(10) || '(c, d')`,
      `('a', 'b\\')`,
      `('a\\', 'b')`,
    ];
    const found = [];
    for (const rows of hostile) found.push(await after(`INSERT INTO area_alias VALUES ${rows}`));
    expect(new Set([fingerprint, ...found]).size).toBe(hostile.length + 1);
    expect(found).not.toContain(undefined);
  });

  test('is the same for a release that was lost and written again, in every table', async () => {
    const own = ownFolder();
    await importInvented(own);
    const { file } = await releaseInvented(own);
    const name = basename(file, '.duckdb');
    const before = await makeFolderKeeper(own).describe(name);
    rmSync(file);
    expect((await releaseInvented(own)).kind).toBe('restored');
    expect(await makeFolderKeeper(own).describe(name)).toEqual(before);
    await importInvented(own, { areas: inventedAreas.replace('Lowland', 'Lowlands') });
    const reworded = await releaseInvented(own);
    const edition = await makeFolderKeeper(own).describe(basename(reworded.file, '.duckdb'));
    expect(edition?.releaseId).toBe(before?.releaseId);
    expect(edition?.fingerprint).not.toBe(before?.fingerprint);
    await importInvented(own);
    expect((await releaseInvented(own)).kind).toBe('reworded');
    expect(await makeFolderKeeper(own).describe(name)).toEqual(before);
  });
});

test('a file is read again once it is changed, even where nobody would see that, and not before', async () => {
  const own = ownFolder();
  const { file } = await makeTinyRelease(join(own, 'releases'), { weeks: 2 });
  const mine = makeFolderKeeper(own);
  const before = await mine.describe('tiny');
  expect(await mine.describe('tiny')).toBe(before);
  const { size, atime, mtime } = statSync(file);
  await withDuckdb(file, {}, async (connection) => {
    await connection.run(`UPDATE daily SET trips = trips + 1 WHERE rowid = 0`);
    await connection.run('CHECKPOINT');
  });
  truncateSync(file, size);
  utimesSync(file, atime, mtime);
  expect(statSync(file).mtimeMs).toBe(mtime.getTime());
  expect((await mine.describe('tiny'))?.fingerprint).not.toBe(before?.fingerprint);
});

describe('a file that is no checked release is none, and does no harm', () => {
  test.each([
    ['no report', 'DELETE FROM report'],
    ['a report of failure', `UPDATE report SET value = 'failed' WHERE name = 'verdict'`],
    ['two verdicts', `INSERT INTO report VALUES ('verdict', 'passed')`],
    ['no row that says what it is', 'DELETE FROM release'],
    ['no such table', 'DROP TABLE release'],
    [
      'a view of other files',
      `DROP TABLE daily; CREATE VIEW daily AS SELECT * FROM read_text('/etc/hostname')`,
    ],
  ])('with %s', async (_, sql) => {
    expect(await after(sql)).toBeUndefined();
  });

  test.each([
    ['nothing', ''],
    ['a text', 'this is no database'],
    ['half a release', undefined],
  ])('with %s in it', async (_, text) => {
    const file = join(folder, 'broken.duckdb');
    const whole = readFileSync(sound);
    writeFileSync(file, text ?? whole.subarray(0, whole.length / 2));
    expect(await keeper.describe('broken')).toBeUndefined();
    await expect(keeper.report('broken')).rejects.toMatchObject({
      name: 'ReleaseFault',
      code: 'lost',
    });
    rmSync(file);
  });

  test('nor is one that is not there, or out of reach', async () => {
    for (const name of ['nowhere', '../releases/nowhere', '', 'a\0b'])
      expect(await keeper.describe(name), name).toBeUndefined();
  });

  test('describing a file neither changes it nor leaves anything beside it', async () => {
    const own = ownFolder();
    const { file } = await makeTinyRelease(join(own, 'releases'), { weeks: 2 });
    chmodSync(file, 0o444);
    const before = readFileSync(file);
    await makeFolderKeeper(own).describe('tiny');
    await makeFolderKeeper(own).report('tiny');
    expect(readFileSync(file)).toEqual(before);
    expect(readdirSync(join(own, 'releases'))).toEqual(['tiny.duckdb']);
  });
});

test('only files that the pointer can name are editions', async () => {
  const own = ownFolder();
  const releases = join(own, 'releases');
  mkdirSync(join(releases, 'folder.duckdb'), { recursive: true });
  const hostile = [
    '-rf.duckdb',
    '.hidden.duckdb',
    '.duckdb',
    'a b.duckdb',
    'a\u001B[31m.duckdb',
    'a\nb.duckdb',
    'a"b.duckdb',
    "a'b.duckdb",
    '$(touch x).duckdb',
    'naïve.duckdb',
    'release.duckdb.staged',
    'current.json',
    'job.lock',
  ];
  for (const name of [...hostile, 'b.duckdb', 'a-1_2.3.duckdb'])
    writeFileSync(join(releases, name), '');
  spawnSync('mkfifo', [join(releases, 'pipe.duckdb')]);
  expect(await makeFolderKeeper(own).names()).toEqual(['a-1_2.3', 'b']);
  expect(await makeFolderKeeper(join(own, 'nowhere')).names()).toEqual([]);
});

describe('the pointer', () => {
  const readPointer = (own: string): unknown =>
    JSON.parse(readFileSync(join(own, 'releases/current.json'), 'utf8'));

  test('names an edition, or that none answers any more', async () => {
    const own = ownFolder();
    const mine = makeFolderKeeper(own);
    expect(await mine.pointed()).toBeUndefined();
    await mine.alone(() => mine.point({ edition: 'tiny-1-0011aabb', releaseId: 'tiny-1' }));
    expect(readPointer(own)).toEqual({ releaseId: 'tiny-1', file: 'tiny-1-0011aabb.duckdb' });
    expect(await mine.pointed()).toBe('tiny-1-0011aabb');
    await mine.alone(() => mine.point('withdrawn'));
    expect(readPointer(own)).toEqual({ withdrawn: true });
    expect(await mine.pointed()).toBeUndefined();
  });

  test('names nothing where it is damaged, so that a release can be made live again', async () => {
    const own = ownFolder();
    const mine = makeFolderKeeper(own);
    mkdirSync(join(own, 'releases'));
    for (const damaged of ['', '{', 'null', '{"file":"../../etc/passwd"}', '{"file":7}']) {
      writeFileSync(join(own, 'releases/current.json'), damaged);
      expect(await mine.pointed(), damaged).toBeUndefined();
    }
    await mine.alone(() => mine.point({ edition: 'tiny', releaseId: 'tiny-1' }));
    expect(await mine.pointed()).toBe('tiny');
  });

  test('is moved by one at a time, also where one fails', async () => {
    const own = ownFolder();
    const [one, other] = [makeFolderKeeper(own), makeFolderKeeper(own)];
    const steps: string[] = [];
    const slowly = (name: string) => async (): Promise<void> => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      steps.push(`${name} ends`);
      if (name === 'first') throw new Error('no');
    };
    const both = await Promise.allSettled([
      one.alone(slowly('first')),
      other.alone(slowly('second')),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(steps.map((step) => step.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
    const unlock = await takeLock(join(own, 'releases'), 'pointer.lock');
    expect(unlock).toBeDefined();
    unlock?.();
  });
});

test('whoever made an edition signs it once, and a damaged signature is none', async () => {
  const own = ownFolder();
  const mine = makeFolderKeeper(own);
  mkdirSync(join(own, 'releases'));
  const ann = terminalPerson('ann').audit;
  expect(await mine.maker('tiny')).toBeUndefined();
  await mine.sign('tiny', ann);
  await mine.sign('tiny', terminalPerson('bea').audit);
  expect(await mine.maker('tiny')).toEqual(ann);
  expect(await mine.names()).toEqual([]);
  writeFileSync(join(own, 'releases/tiny.maker.json'), '{"actor":"ann"}');
  expect(await mine.maker('tiny')).toBeUndefined();
});

test('a pointer to nothing is no pointer', async () => {
  const own = ownFolder();
  const mine = makeFolderKeeper(own);
  mkdirSync(join(own, 'releases'));
  await mine.point({ edition: 'tiny', releaseId: 'tiny-1' });
  await mine.point('none');
  expect(readdirSync(join(own, 'releases'))).toEqual([]);
  await mine.point('none');
});
