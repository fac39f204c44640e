import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { holdLock, isLocked, takeLock } from '#src/edges/process-lock.ts';
import { ownFolder } from '#test/support/own-folder.ts';

/** Another process that runs `program`, in which all of the room under test is to be had and `folder` is known, until it is killed. It says one thing first. */
async function startElsewhere(folder: string, program: string) {
  const room = fileURLToPath(import.meta.resolve('#src/edges/process-lock.ts'));
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { isLocked, takeLock } from '${room}'; const [, folder] = process.argv; ${program}`,
      folder,
    ],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const said = await new Promise((resolve) => child.once('message', resolve));
  return {
    said,
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const holdElsewhere = (folder: string) =>
  startElsewhere(
    folder,
    `const release = await takeLock(folder, 'job.lock');
     process.send(release === undefined ? 'refused' : 'held');
     setInterval(() => release, 1000);`,
  );
const lookElsewhere = (folder: string) =>
  startElsewhere(folder, `process.send('looking'); for (;;) await isLocked(folder);`);

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
  expect(await isLocked(folder)).toBe(false);
  expect(await holdLock(folder, async () => 'next')).toBe('next');
});

test('a lock of another process holds until that is killed', async () => {
  const folder = ownFolder();
  expect(await isLocked(folder)).toBe(false);
  const other = await holdElsewhere(folder);
  expect(other.said).toBe('held');
  expect(await isLocked(folder)).toBe(true);
  expect(await takeLock(folder, 'job.lock')).toBeUndefined();
  const third = await holdElsewhere(folder);
  expect(third.said).toBe('refused');
  await third.kill();
  await other.kill();
  expect(await isLocked(folder)).toBe(false);
  expect(await holdLock(folder, async () => 'mine')).toBe('mine');
});

test('of many that find the lock of a dead process, one gets it', async () => {
  const folder = ownFolder();
  await (await holdElsewhere(folder)).kill();
  const taken = await Promise.all(Array.from({ length: 6 }, () => takeLock(folder, 'job.lock')));
  expect(taken.filter((release) => release !== undefined)).toHaveLength(1);
});

test('who may only read the file of a lock does not get it, for several would at once', async () => {
  const folder = ownFolder();
  await holdLock(folder, async () => undefined);
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'job.lock'), 0o444);
  const program = fileURLToPath(import.meta.resolve('./lock-as-nobody.ts'));
  const { stdout } = spawnSync(process.execPath, [program, folder], { encoding: 'utf8' });
  expect(stdout).toBe('EACCES');
});

test('a lock is given back once: a second time does not free that of another job', async () => {
  const folder = ownFolder();
  const first = await takeLock(folder, 'job.lock');
  first?.();
  await holdLock(folder, async () => {
    first?.();
    expect(await isLocked(folder)).toBe(true);
  });
});

test('whoever looks whether a job is at work does not get in the way of one that begins', async () => {
  const folder = ownFolder();
  await holdLock(folder, async () => undefined);
  const other = await lookElsewhere(folder);
  for (let round = 0; round < 300; round += 1)
    expect(await holdLock(folder, async () => 'taken')).toBe('taken');
  await other.kill();
  expect(await isLocked(folder)).toBe(false);
});

test('the file of a lock stays: a process that has it open and one that comes later mean the same one', async () => {
  const folder = ownFolder();
  await holdLock(folder, async () => undefined);
  const { ino } = statSync(join(folder, 'job.lock'));
  await holdLock(folder, async () => undefined);
  expect(statSync(join(folder, 'job.lock')).ino).toBe(ino);
});

test('the folder of a lock is made private; a lock that cannot be made is an error', async () => {
  const folder = join(ownFolder(), 'private');
  (await takeLock(folder, 'job.lock'))?.();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  mkdirSync(join(folder, 'taken.lock'));
  await expect(takeLock(folder, 'taken.lock')).rejects.toBeInstanceOf(Error);
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(takeLock(file, 'job.lock')).rejects.toBeInstanceOf(Error);
});
