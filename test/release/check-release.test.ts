import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkRelease } from '#src/release/check-release.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import { ownFolder } from '#test/support/own-folder.ts';
import { importInvented } from './invented-data.ts';
import { releaseInvented } from './release-invented.ts';

const folder = ownFolder();
let sound = '';

beforeAll(async () => {
  await importInvented(folder);
  sound = (await releaseInvented(folder)).file;
});

const spoil = async (sql: string): Promise<string> => {
  const file = join(folder, 'spoilt.duckdb');
  copyFileSync(sound, file);
  chmodSync(file, 0o600);
  await withDuckdb(file, {}, async (connection) => {
    await connection.run(sql);
    await connection.run('CHECKPOINT');
  });
  return file;
};

test('a sound release passes the gate', async () => {
  await expect(checkRelease(sound, undefined)).resolves.toBeUndefined();
});

const oneLeaf = `rowid = (SELECT min(rowid) FROM leaf_weekly WHERE status = 'exact')`;

test.each([
  ['between 1 and the threshold', `UPDATE leaf_weekly SET trips = 9 WHERE ${oneLeaf}`],
  [
    'between 1 and the threshold',
    'UPDATE daily SET trips = 1 WHERE rowid = (SELECT min(rowid) FROM daily)',
  ],
  ['no trips or less', `UPDATE leaf_weekly SET trips = 0 WHERE ${oneLeaf}`],
  ['not the base', `UPDATE leaf_weekly SET trips = trips + 1 WHERE status = 'sensitive'`],
  [
    'neither 0 nor the base',
    `UPDATE daily SET status = 'sensitive' WHERE rowid = (SELECT min(rowid) FROM daily WHERE trips > 100)`,
  ],
  ['unknown status', `UPDATE leaf_weekly SET status = 'raw' WHERE ${oneLeaf}`],
  ['occurs twice', `INSERT INTO leaf_weekly SELECT * FROM leaf_weekly WHERE ${oneLeaf}`],
  ['an area of a figure', `DELETE FROM area WHERE code = '01'`],
  ['a mode of a figure', `DELETE FROM mode WHERE value = 'car'`],
  ['within itself', `DELETE FROM area_closure WHERE ancestor = '02' AND descendant = '02'`],
  [
    'what its parent is within',
    `DELETE FROM area_closure WHERE ancestor = 'L' AND descendant = '02'`,
  ],
  [
    'does not add up',
    'UPDATE daily SET trips = trips + 50 WHERE rowid = (SELECT min(rowid) FROM daily)',
  ],
  ['does not add up', 'DELETE FROM daily WHERE rowid = (SELECT min(rowid) FROM daily)'],
  ['outside the release', `UPDATE release SET last_day = DATE '2021-04-11'`],
  ['no multiple of the base', 'UPDATE error_bound SET bound = bound + 1'],
  ['an error bound that occurs twice', 'INSERT INTO error_bound SELECT * FROM error_bound'],
  ['an error bound of an area', `UPDATE error_bound SET destination = 'nowhere' WHERE rowid = 0`],
  ['a day that occurs twice', 'INSERT INTO daily SELECT * FROM daily'],
  [
    'whole grains',
    `UPDATE daily SET trips = trips + CASE WHEN date = (SELECT min(date) FROM daily) THEN 3 ELSE -3 END
     WHERE destination = '01' AND date < (SELECT min(date) FROM daily) + 2`,
  ],
  ['a table or column', 'ALTER TABLE daily ADD COLUMN devices BIGINT'],
  ['a table or column', 'CREATE TABLE trips_weekly (trips BIGINT)'],
  ['without an error bound', `DELETE FROM error_bound WHERE destination = '01'`],
])('the gate sees a spoilt release: %s', async (rule, sql) => {
  await expect(checkRelease(await spoil(sql), undefined)).rejects.toMatchObject({
    name: 'ReleaseFault',
    code: 'gate',
    message: expect.stringContaining(rule) as unknown,
  });
});
