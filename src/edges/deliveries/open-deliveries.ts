import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { takeLock } from '#src/edges/process-lock.ts';
import type { Incoming } from '#src/incoming.ts';
import { fileName, readKept, type KeptDelivery } from './kept-delivery.ts';

/** Deliveries in hand, as files of this program. What a file system refuses is thrown as it comes. */
export type Deliveries = {
  /** At once, and without waiting for the disk: a killed program leaves it whole, a machine that goes down may not. */
  keep(delivered: Incoming, arrivedAt: Date): void;
  forget(delivered: Incoming): Promise<void>;
  /** Takes over what programs left that have ended, the oldest first, one by one, as the next is asked for. Their folders are this program's until it is closed. */
  takeOver(): AsyncGenerator<KeptDelivery>;
  /** Nothing is kept from now on. */
  close(): Promise<void>;
};

const lockName = 'owner.lock';
const options = { recursive: true, mode: 0o700 };

/**
 * Keeps deliveries in a folder of its own within `folder`, which is made private: they hold what people typed, and addresses at which they can be answered. That the
 * program lives is seen by a lock, which ends with it. `report`: gets the fault of what cannot be read.
 */
export async function openDeliveries(
  folder: string,
  report: (fault: unknown) => unknown,
): Promise<Deliveries> {
  const { own, unlock } = await takeFolder(folder);
  const locks = new Set([unlock]);
  const files = new Map<string, string>();
  const put = (delivered: Incoming, file: string): void => void files.set(nameOf(delivered), file);

  const takeFree = async (): Promise<readonly string[]> => {
    const free: string[] = [];
    for (const name of await readdir(folder)) {
      if (name === basename(own)) continue;
      const left = join(folder, name);
      const unlockLeft = await takeLock(left, lockName);
      if (unlockLeft === undefined) continue;
      locks.add(unlockLeft);
      free.push(left);
    }
    return free;
  };

  return {
    keep: (delivered, arrivedAt) => {
      mkdirSync(own, options);
      const file = join(own, fileName({ arrivedAt, programs: 1 }, nameOf(delivered)));
      const draft = `${file}.tmp`;
      writeFileSync(draft, JSON.stringify(delivered), { mode: 0o600 });
      renameSync(draft, file);
      put(delivered, file);
    },
    forget: async (delivered) => {
      const file = files.get(nameOf(delivered));
      files.delete(nameOf(delivered));
      if (file !== undefined) await rm(file, { force: true });
    },
    takeOver: async function* () {
      const free = await takeFree();
      const all = await Promise.all(free.map((left) => readKept(left, report)));
      for (const kept of all.flat().toSorted(byAge)) {
        const programs = kept.programs + 1;
        const file = join(own, fileName({ ...kept, programs }, nameOf(kept.delivered)));
        await rename(kept.file, file);
        put(kept.delivered, file);
        yield { ...kept, file, programs };
      }
      for (const left of free) await removeEmpty(left);
    },
    close: async () => {
      for (const release of locks) release();
      if (files.size === 0) await rm(own, { recursive: true, force: true });
    },
  };
}

const byAge = (one: KeptDelivery, other: KeptDelivery): number =>
  one.arrivedAt.getTime() - other.arrivedAt.getTime();

/** What cannot be read is kept for whoever can. */
async function removeEmpty(left: string): Promise<void> {
  if (!(await readdir(left)).some((name) => name.endsWith('.json')))
    await rm(left, { recursive: true, force: true });
}

/** Another program may take a folder for one that was left before it has its lock, and remove it. */
async function takeFolder(folder: string, tries = 3) {
  const own = join(folder, randomUUID());
  const unlock = await takeLock(own, lockName).catch((cause: unknown) => {
    if (tries === 1) throw cause;
  });
  if (unlock !== undefined) return { own, unlock };
  if (tries === 1) throw new Error('no folder of its own could be taken');
  return takeFolder(folder, tries - 1);
}

/** Where nothing can be kept. */
export const noDeliveries: Deliveries = {
  keep: () => undefined,
  forget: () => Promise.resolve(),
  takeOver: async function* () {},
  close: () => Promise.resolve(),
};

const nameOf = ({ key }: Incoming): string => createHash('sha256').update(key).digest('hex');
