import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromPglite } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overPglite } from '#src/edges/store/jobs/over-pglite.ts';
import { makeStoreFault } from '#src/edges/store/store-fault.ts';
import { openPglite, type EmbeddedDatabase } from '#src/edges/store/open-pglite.ts';

let folder: string;
let database: EmbeddedDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-'));
  database = await openPglite(folder);
}, 60_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

test('a block of pg-boss that fails harms no statement of the store that waits behind it', async () => {
  const db = fromPglite(overPglite(database));
  await db.executeSql('BEGIN; CREATE TABLE kept (n int); INSERT INTO kept VALUES (1); COMMIT;');
  const outcomes = await Promise.allSettled([
    db.executeSql('BEGIN; INSERT INTO kept VALUES (2); SELECT 1 / 0; COMMIT;'),
    database.query('INSERT INTO kept VALUES (3)'),
    database.transaction(({ query }) => query('INSERT INTO kept VALUES (4)')),
    db.executeSql('BEGIN; INSERT INTO kept VALUES (5); COMMIT;'),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  const rows = await database.query('SELECT n FROM kept ORDER BY n');
  expect(rows.map((row) => row['n'])).toEqual([1, 3, 4, 5]);
});

test('on a full disk, pg-boss waits as the store does: PGlite would stop at the first statement that finds no room', async () => {
  const full = makeStoreFault('diskFull');
  const db = fromPglite(overPglite({ ...database, checkRoom: () => Promise.reject(full) }));
  for (const text of ['CREATE TABLE never (n int)', 'BEGIN; CREATE TABLE never (n int); COMMIT;'])
    await expect(db.executeSql(text)).rejects.toBe(full);
  await expect(db.executeSql('SELECT $1', ['a'])).rejects.toBe(full);
  expect(await database.query(`SELECT to_regclass('never') AS never`)).toEqual([{ never: null }]);
});

test('pg-boss is loaded by one file, when jobs are started', () => {
  const source = join(import.meta.dirname, '../../../src');
  const users = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }))
    .filter(({ text }) => text.includes("'pg-boss'"));
  expect(users.length).toBeGreaterThan(5);
  const loaders = users.filter(({ text }) => /^import (?!type\b).*'pg-boss'/mu.test(text));
  expect(loaders).toEqual([]);
  const lazy = users.filter(({ text }) => text.includes("import('pg-boss')"));
  expect(lazy.map(({ name }) => name)).toEqual([join('edges', 'store', 'jobs', 'open-boss.ts')]);
});
