import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { takeLock } from '#src/edges/process-lock.ts';
import { Fault } from '#src/fault.ts';
import type { Database, Session } from './database.ts';
import { checkRoom, roomToChange, roomToMake } from './disk-room.ts';
import { readSnapshot } from './snapshot.ts';
import { stopOnAbort } from './stop-on-abort.ts';
import { makeStoreFault, storeFault, withStoreFaults } from './store-fault.ts';
import { postgresFolder } from './store-place.ts';

const lockName = 'store.lock';

/** The embedded PostgreSQL, with what pg-boss needs of it. */
export type EmbeddedDatabase = Database & {
  readonly engine: 'pglite';
  readonly pglite: PGlite;
  /** To be called before a change. Throws `StoreFault` `diskFull`. */
  readonly checkRoom: () => Promise<void>;
};

/**
 * The PostgreSQL in `folder`, made there on first use. One process at a time: PGlite has no lock of its own, and two would destroy the files.
 * It outlives the death of its process, but not with certainty that of its machine: PGlite leaves it to the operating system when files reach the disk.
 * Throws `StoreFault`: `inUse`, `diskFull`, `noAccess`, `broken`.
 */
export async function openPglite(folder: string): Promise<EmbeddedDatabase> {
  const unlock = await withStoreFaults(() => waitForLock(folder));
  if (unlock === undefined)
    throw new Fault(
      'StoreFault',
      'inUse',
      'another process has the state open: stop it first, or set DATABASE_URL so that several processes can share one PostgreSQL',
      { retryable: true },
    );
  try {
    return serve(await openFolder(folder), folder, unlock);
  } catch (error) {
    unlock();
    const fault = storeFault(error);
    throw fault instanceof Fault ? fault : makeStoreFault('broken', error);
  }
}

/** A command that has the state open has done in a moment. */
const longestWaitMs = 3000;
const lookAgainMs = 50;

async function waitForLock(folder: string): Promise<(() => void) | undefined> {
  for (const end = performance.now() + longestWaitMs; ;) {
    const unlock = await takeLock(folder, lockName);
    if (unlock !== undefined || performance.now() > end) return unlock;
    await sleep(lookAgainMs);
  }
}

/** A database is made aside and moved into its place whole: a crash leaves none, not half of one. */
async function openFolder(folder: string): Promise<PGlite> {
  // Loaded here alone: 25 MB that a program with a server never needs.
  const { PGlite } = await import('@electric-sql/pglite');
  const place = postgresFolder(folder);
  const aside = `${place}.new`;
  await rm(aside, { recursive: true, force: true });
  if (!existsSync(place)) {
    await checkRoom(folder, roomToMake);
    await mkdir(aside, { recursive: true, mode: 0o700 });
    const made = await PGlite.create({ dataDir: aside, loadDataDir: await readSnapshot() });
    // Else the log grows to a gigabyte, all of which a start after a crash reads.
    await made.exec(`ALTER SYSTEM SET max_wal_size = '64MB'`);
    await made.exec(`ALTER SYSTEM SET min_wal_size = '32MB'`);
    await made.close();
    await rename(aside, place);
  }
  await checkRoom(folder, roomToChange);
  // PostgreSQL's own lock: one that is empty, as a process leaves it that is killed as it takes it, is never opened again. Ours says that nobody else is here.
  await rm(join(place, 'postmaster.pid'), { force: true });
  return PGlite.create({ dataDir: place });
}

function serve(pglite: PGlite, folder: string, unlock: () => void): EmbeddedDatabase {
  const pulse = stopOnAbort(pglite);
  const session: Session = { query: (text, values) => runText(pglite, text, values) };
  const close = async (): Promise<void> => {
    try {
      // Of one that aborted the files are closed alone: they lie as those of a process that was killed.
      if (pulse.hasStopped()) pglite.Module.FS.quit();
      else await pglite.close();
    } finally {
      unlock();
    }
  };
  let closing: Promise<void> | undefined;
  return {
    engine: 'pglite',
    pglite,
    checkRoom: () => checkRoom(folder, roomToChange),
    query: (text, values) => withStoreFaults(() => rowsOf(pglite, text, values)),
    transaction: (work) =>
      withStoreFaults(async () => {
        await checkRoom(folder, roomToChange);
        return pglite.transaction((transaction) =>
          work({
            query: (text, values) => withStoreFaults(() => rowsOf(transaction, text, values)),
          }),
        );
      }),
    session: (work) =>
      withStoreFaults(async () => {
        await checkRoom(folder, roomToChange);
        return work(session);
      }),
    close: () => (closing ??= withStoreFaults(close)),
  };
}

const rowsOf = async (
  pglite: Pick<PGlite, 'query'>,
  text: string,
  values: readonly unknown[] = [],
) => (await pglite.query<Record<string, unknown>>(text, [...values])).rows;

/** A text without values may hold several statements, as with `pg`. */
async function runText(
  pglite: PGlite,
  given: Parameters<Session['query']>[0],
  values: readonly unknown[] | undefined,
): ReturnType<Session['query']> {
  const { text, values: own } = typeof given === 'string' ? { text: given, values } : given;
  if (own !== undefined) {
    const { rows, affectedRows } = await pglite.query(text, [...own]);
    return { rows, rowCount: affectedRows ?? null };
  }
  const last = (await pglite.exec(text)).at(-1);
  return { rows: last?.rows ?? [], rowCount: last?.affectedRows ?? null };
}
