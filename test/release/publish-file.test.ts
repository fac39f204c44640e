import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkRelease } from '#src/release/check-release.ts';
import { publishFile, sweepStaged } from '#src/release/publish-file.ts';
import { ownFolder } from './invented-data.ts';

const entry = {
  releaseId: 'lowland-2021-04-18-00000000',
  dataset: 'lowland',
  sourceFingerprint: 'f',
  policyHash: 'p',
  keyId: 'k',
  areasHash: 'a',
  wordsHash: 'w',
};
const release = `INSERT INTO release VALUES ('r', 'd', 's', false, '2021-01-04', '2021-01-10', 'm', 'h', 'p', 'k', 10, 50, 10, 'f')`;

const publish = (folder: string, sql: string) =>
  publishFile({
    folder,
    entry,
    fill: async (connection) => {
      await connection.run(`${release}; ${sql}`);
      return 'x';
    },
    check: (file) => checkRelease(file, undefined),
  });

test('a release that fails the gate leaves neither a file nor a line in the ledger', async () => {
  const folder = ownFolder();
  const leaf = `INSERT INTO leaf_weekly VALUES ('2021-01-04', 'a', 'a', 'all', 3, 'exact')`;
  await expect(publish(folder, leaf)).rejects.toMatchObject({ code: 'gate' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a release that passes is entered and put in its place', async () => {
  const folder = ownFolder();
  expect(await publish(folder, 'SELECT 1')).toBe(join(folder, `${entry.releaseId}.duckdb`));
  expect(readdirSync(folder).sort()).toEqual(['ledger.jsonl', `${entry.releaseId}.duckdb`]);
});

test('what killed jobs left is swept away, and releases stay', async () => {
  const folder = ownFolder();
  const names = [
    '.r.staged',
    '.r.staged.17.tmp',
    '.r.staged.17.tmp.wal',
    'r.duckdb',
    'ledger.jsonl',
  ];
  for (const name of names) writeFileSync(join(folder, name), '');
  await sweepStaged(folder);
  expect(readdirSync(folder).sort()).toEqual(['ledger.jsonl', 'r.duckdb']);
});
