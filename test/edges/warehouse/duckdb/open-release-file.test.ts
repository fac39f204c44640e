import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queries } from '#queries/index.ts';
import { makeDuckdbWarehouse } from '#src/edges/warehouse/make-duckdb-warehouse.ts';
import { openReleaseFile } from '#src/edges/warehouse/duckdb/open-release-file.ts';
import { makeTinyRelease } from '#test/support/make-tiny-release.ts';

let folder: string;
let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hardened-'));
  await makeTinyRelease(folder, { name: 'other', weeks: 2 });
  const { file } = await makeTinyRelease(folder, { weeks: 2 });
  instance = await openReleaseFile(file, '64MB');
  connection = await instance.connect();
});
afterAll(async () => {
  connection.closeSync();
  instance.closeSync();
  await rm(folder, { recursive: true });
});

test('a release that was opened can be read', async () => {
  const { rowCount } = await connection.run('SELECT code FROM area');
  expect(rowCount).toBe(9);
});

test.each([
  ['write a row', "INSERT INTO area VALUES ('x', 'x', 'x', NULL)", 'read-only'],
  ['change a row', 'UPDATE leaf_weekly SET trips = 0', 'read-only'],
  ['remove rows', 'DELETE FROM release', 'read-only'],
  ['make a table', 'CREATE TABLE mine (a INTEGER)', 'read-only'],
  ['drop a table', 'DROP TABLE area', 'read-only'],
  ['open another file', "ATTACH '{folder}/other.duckdb' AS other", 'disabled'],
  ['make another file', "ATTACH '{folder}/new.duckdb' AS other", 'disabled'],
  ['write rows out', "COPY area TO '{folder}/out.csv'", 'disabled'],
  ['write the database out', "EXPORT DATABASE '{folder}/out'", 'disabled'],
  ['read a text file', "SELECT * FROM read_csv('/etc/hostname')", 'disabled'],
  ['read any file', "SELECT * FROM read_text('/etc/hostname')", 'disabled'],
  ['list files', "SELECT * FROM glob('/etc/*')", 'disabled'],
  ['read the network', "SELECT * FROM read_csv('http://127.0.0.1:9/x')", ''],
  ['install an extension', 'INSTALL httpfs', 'disabled'],
  ['load an extension', 'LOAD httpfs', 'disabled'],
  ['take the lock off', 'SET lock_configuration = false', 'locked'],
  ['open the outside', 'SET enable_external_access = true', 'locked'],
  ['raise the memory limit', "SET memory_limit = '8GB'", 'locked'],
  ['reset a setting', 'RESET threads', 'locked'],
])('cannot %s', async (_, sql, words) => {
  await expect(connection.run(sql.replace('{folder}', folder))).rejects.toThrow(words);
  expect((await readdir(folder)).toSorted()).toEqual(['other.duckdb', 'tiny.duckdb']);
});

test('a query beyond the memory limit fails, and writes nothing beside the release', async () => {
  const greedy =
    'SELECT count(*) FROM (SELECT DISTINCT hash(i) AS r FROM range(20000000) AS t(i)) AS x';
  await expect(connection.run(greedy)).rejects.toThrow('Out of Memory');
  expect((await readdir(folder)).toSorted()).toEqual(['other.duckdb', 'tiny.duckdb']);
});

test('a release that holds a small figure is refused, whoever put it there', async () => {
  const { file } = await makeTinyRelease(folder, { name: 'altered', weeks: 2 });
  const altered = await DuckDBInstance.create(file);
  const writing = await altered.connect();
  await writing.run(
    'UPDATE leaf_weekly SET trips = 5 WHERE week = (SELECT max(week) FROM leaf_weekly)',
  );
  writing.closeSync();
  altered.closeSync();
  const sqlFolder = join(import.meta.dirname, '../../../../queries');
  await expect(makeDuckdbWarehouse({ file, queries, sqlFolder })).rejects.toMatchObject({
    code: 'notProtected',
  });
});

test.each([
  "UPDATE report SET value = 'failed' WHERE name = 'verdict'",
  'DELETE FROM report',
  'DROP TABLE report',
])('a release that was not checked, or not passed, is refused: %s', async (change) => {
  const { file } = await makeTinyRelease(folder, { name: 'unchecked', weeks: 2 });
  const altered = await DuckDBInstance.create(file);
  const writing = await altered.connect();
  await writing.run(change);
  writing.closeSync();
  altered.closeSync();
  const sqlFolder = join(import.meta.dirname, '../../../../queries');
  await expect(makeDuckdbWarehouse({ file, queries, sqlFolder })).rejects.toMatchObject({
    code: 'unchecked',
  });
});
