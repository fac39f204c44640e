import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { holdLock } from '#src/edges/process-lock.ts';
import { ownFolder } from '#test/release/invented-data.ts';

test('a second job is refused while the first is at work', async () => {
  const folder = ownFolder();
  await holdLock(folder, async () => {
    await expect(holdLock(folder, async () => 'second')).rejects.toMatchObject({
      code: 'locked',
      retryable: true,
    });
  });
  expect(await holdLock(folder, async () => 'third')).toBe('third');
});

test('a job that fails gives the lock back', async () => {
  const folder = ownFolder();
  await expect(holdLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(join(folder, 'release.lock'))).toBe(false);
});

test('the lock of a process that died is taken over', async () => {
  const folder = ownFolder();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(join(folder, 'release.lock'), String(pid));
  expect(await holdLock(folder, async () => 'mine')).toBe('mine');
});

test('a lock that an earlier process of the same number left is taken over', async () => {
  const folder = ownFolder();
  writeFileSync(join(folder, 'release.lock'), `${process.pid} 12345.678`);
  await expect(holdLock(folder, async () => 'done')).resolves.toBe('done');
});
