import { constants, existsSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '#src/fault.ts';

const jobLock = 'job.lock';
/** How long to wait for somebody who only looks whether a lock is held. */
const lookMs = 200;

/** Runs `task` while no other job works in `folder`, which is made private. Throws `ReleaseFault` `locked`. A process that dies gives its lock back. */
export async function holdLock<T>(folder: string, task: () => Promise<T>): Promise<T> {
  const release = await takeLock(folder, jobLock);
  if (release === undefined)
    throw new Fault('ReleaseFault', 'locked', 'another job is at work: wait until it has ended', {
      retryable: true,
    });
  try {
    return await task();
  } finally {
    release();
  }
}

/**
 * Takes the lock of that name in `folder`, which is made private, and returns what gives it back, to be kept: the lock goes when that is collected as garbage.
 * Undefined where somebody holds it.
 * The lock is the operating system's, by way of SQLite, so that it ends with its process, however that ends, and holds between containers that share the
 * folder. The file stays, empty: to remove it would let two processes lock two files of one name.
 */
export async function takeLock(folder: string, name: string): Promise<(() => void) | undefined> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  // SQLite lets several at once hold a file that they may only read.
  await access(existsSync(file) ? file : folder, constants.W_OK);
  return lock(file, 'BEGIN EXCLUSIVE');
}

/** Whether a job is at work in `folder`. */
export async function isLocked(folder: string): Promise<boolean> {
  const file = join(folder, jobLock);
  if (!existsSync(file)) return false;
  const release = lock(file, 'BEGIN; SELECT name FROM sqlite_schema');
  release?.();
  return release === undefined;
}

function lock(file: string, statement: string): (() => void) | undefined {
  const held = new DatabaseSync(file, { timeout: lookMs });
  try {
    held.exec(statement);
  } catch (error) {
    held.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return () => {
    if (held.isOpen) held.close();
  };
}

/** SQLite's code 5: another process or connection has it. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === 5;

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
