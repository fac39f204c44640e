import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '#src/fault.ts';

const jobLock = 'release.lock';

/** Runs `task` while no other job works in `folder`, which is made private. Throws `ReleaseFault` `locked`. The lock of a process that died is taken over. */
export async function holdLock<T>(folder: string, task: () => Promise<T>): Promise<T> {
  const release = await takeLock(folder, jobLock);
  if (release === undefined)
    throw new Fault('ReleaseFault', 'locked', 'another job is at work: wait until it has ended', {
      retryable: true,
    });
  try {
    return await task();
  } finally {
    await release();
  }
}

/**
 * Takes the lock of that name in `folder`, which is made private, and returns what gives it back; undefined where another process holds it.
 * The lock of a process that died is taken over.
 */
export async function takeLock(
  folder: string,
  name: string,
): Promise<(() => Promise<void>) | undefined> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  if (!(await take(file)) && ((await isHeld(file)) || !(await takeOver(file)))) return undefined;
  return () => rm(file, { force: true });
}

/** This process: its number, and its start, for the numbers of a restarted container recur. */
const ownName = `${process.pid} ${performance.timeOrigin}`;

/** Puts a whole lock in place at once, so that nobody finds it half written. */
async function take(file: string): Promise<boolean> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, ownName);
  try {
    await link(draft, file);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Of several that find a dead lock, one moves it away and takes its place. */
async function takeOver(file: string): Promise<boolean> {
  const away = `${file}.${process.pid}.dead`;
  try {
    await rename(file, away);
  } catch {
    return false;
  }
  await rm(away, { force: true });
  return take(file);
}

async function isHeld(file: string): Promise<boolean> {
  const name = await readFile(file, 'utf8').catch(() => '');
  const pid = Number(name.split(' ')[0]);
  return pid === process.pid ? name === ownName : isAlive(pid);
}

/** Whether a process of that number is alive. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it lives, under another user.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/** Whether a job is at work in `folder`. */
export const isLocked = (folder: string): Promise<boolean> => isHeld(join(folder, jobLock));
