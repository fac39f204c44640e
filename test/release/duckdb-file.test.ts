import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildDuckdbFile } from '#src/release/duckdb-file.ts';
import { ownFolder } from '#test/support/own-folder.ts';

const nothing = () => Promise.resolve();

test('drafts of a process that died are removed, those of a living one are not', async () => {
  const folder = ownFolder();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const dead = [`a.duckdb.${pid}-0011aabb.tmp`, `a.duckdb.${pid}-0011aabb.tmp.wal`];
  const others = [
    `a.duckdb.${process.ppid}-0011aabb.tmp`,
    `b.duckdb.${pid}-0011aabb.tmp`,
    'a.duckdb.txt',
  ];
  for (const name of [...dead, ...others]) writeFileSync(join(folder, name), '');
  await buildDuckdbFile(join(folder, 'a.duckdb'), 'CREATE TABLE t (x INTEGER)', nothing);
  expect(readdirSync(folder).toSorted()).toEqual(['a.duckdb', ...others].toSorted());
});

test('a build that fails leaves nothing, and the old file as it was', async () => {
  const folder = ownFolder();
  const file = join(folder, 'a.duckdb');
  await buildDuckdbFile(file, 'CREATE TABLE t (x INTEGER)', nothing);
  await expect(
    buildDuckdbFile(file, 'CREATE TABLE t (x INTEGER)', () => Promise.reject(new Error('no'))),
  ).rejects.toThrow('no');
  expect(readdirSync(folder)).toEqual(['a.duckdb']);
});

test('several builds of one file at once do not disturb each other', async () => {
  const folder = ownFolder();
  const build = () =>
    buildDuckdbFile(join(folder, 'a.duckdb'), 'CREATE TABLE t (x INTEGER)', nothing);
  await Promise.all([build(), build(), build()]);
  expect(readdirSync(folder)).toEqual(['a.duckdb']);
});
