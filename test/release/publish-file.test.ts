import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkRelease } from '#src/release/check-release.ts';
import { publishFile, sweepStaged } from '#src/release/publish-file.ts';
import { ownFolder } from '#test/support/own-folder.ts';

const edition = 'lowland-2021-04-18-00000000';
const release = `INSERT INTO release VALUES ('r', 'd', 's', false, '2021-01-04', '2021-01-10', 'm', 'h', 'p', 'k', 10, 50, 10, 'f')`;

const name = `${edition}.duckdb`;
const publish = (folder: string, sql: string, steps: string[] = []) =>
  publishFile({
    folder,
    edition,
    fill: async (connection) => {
      await connection.run(`${release}; ${sql}`);
      return 'x';
    },
    check: (file) => checkRelease(file, undefined),
    before: () => Promise.resolve(void steps.push(`before ${readdirSync(folder).includes(name)}`)),
    after: () => Promise.resolve(void steps.push(`after ${readdirSync(folder).includes(name)}`)),
  });

test('a release that fails the gate leaves no file, and is not entered', async () => {
  const folder = ownFolder();
  const leaf = `INSERT INTO leaf_weekly VALUES ('2021-01-04', 'a', 'a', 'all', 3, 'exact')`;
  const steps: string[] = [];
  await expect(publish(folder, leaf, steps)).rejects.toMatchObject({ code: 'gate' });
  expect(readdirSync(folder)).toEqual([]);
  expect(steps).toEqual([]);
});

test('a release that passes is entered and put in its place', async () => {
  const folder = ownFolder();
  const steps: string[] = [];
  expect(await publish(folder, 'SELECT 1', steps)).toBe(join(folder, name));
  expect(readdirSync(folder)).toEqual([name]);
  expect(steps).toEqual(['before false', 'after true']);
});

/** No process has this number. */
const dead = 99_999_999;

test('what killed jobs left is swept away; releases, and what living processes write, stay', async () => {
  const folder = ownFolder();
  const names = [
    '.r.staged',
    '.r.staged.17.tmp',
    '.r.staged.17.tmp.wal',
    'r.duckdb',
    'ledger.jsonl',
    `ledger.jsonl.${dead}.tmp`,
    'current.json',
    `current.json.${dead}.tmp`,
    `release.lock.${dead}`,
    `release.lock.${dead}.dead`,
    'lowland.duckdb.17-ab.tmp',
    `current.json.${process.pid}.tmp`,
  ];
  for (const name of names) writeFileSync(join(folder, name), '');
  await sweepStaged(folder);
  expect(readdirSync(folder).sort()).toEqual([
    'current.json',
    `current.json.${process.pid}.tmp`,
    'ledger.jsonl',
    'lowland.duckdb.17-ab.tmp',
    'r.duckdb',
  ]);
});
