import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '#src/fault.ts';

/** Runs `task` while no other release job works in `folder`. Throws `ReleaseFault` `locked`. The lock of a process that died is taken over. */
export async function holdLock<T>(folder: string, task: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'release.lock');
  if (!(await take(file))) {
    if (await isHeld(file))
      throw new Fault(
        'ReleaseFault',
        'locked',
        `another release job is at work: wait for it, or remove ${file} if there is none`,
        { retryable: true },
      );
    await rm(file, { force: true });
    if (!(await take(file)))
      throw new Fault(
        'ReleaseFault',
        'locked',
        'another release job began at the same moment: run again',
        { retryable: true },
      );
  }
  try {
    return await task();
  } finally {
    await rm(file, { force: true });
  }
}

/** This process: its number, and its start, for the numbers of a restarted container recur. */
const ownName = `${process.pid} ${performance.timeOrigin}`;

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(ownName);
    await handle.close();
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}

async function isHeld(file: string): Promise<boolean> {
  const name = await readFile(file, 'utf8').catch(() => '');
  const pid = Number(name.split(' ')[0]);
  if (pid === process.pid) return name === ownName;
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it lives, under another user.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
