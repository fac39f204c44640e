import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { takeLock } from '#src/edges/process-lock.ts';
import { Fault } from '#src/fault.ts';
import type { Database, Session, Sql } from './database.ts';
import { readSnapshot } from './snapshot.ts';
import { storeFault } from './store-fault.ts';

const lockName = 'store.lock';

/** The embedded PostgreSQL, with what pg-boss needs of it. */
export type EmbeddedDatabase = Database & { readonly pglite: PGlite };

/**
 * The PostgreSQL in `folder`, made there on first use. One process at a time: PGlite has no lock of its own, and two would destroy the files.
 * Throws `StoreFault`: `inUse`, `diskFull`, `broken`.
 */
export async function openPglite(folder: string): Promise<EmbeddedDatabase> {
  const unlock = await takeLock(folder, lockName);
  if (unlock === undefined)
    throw new Fault(
      'StoreFault',
      'inUse',
      'another process has the state open: stop it first, or set DATABASE_URL so that several processes can share one PostgreSQL',
      { retryable: true },
    );
  try {
    const pglite = await openFolder(folder);
    return serve(pglite, unlock);
  } catch (error) {
    await unlock();
    throw storeFault(error);
  }
}

/** A database is made aside and moved into its place whole: a crash leaves none, not half of one. */
async function openFolder(folder: string): Promise<PGlite> {
  // Loaded here alone: 25 MB that a program with a server never needs.
  const { PGlite } = await import('@electric-sql/pglite');
  const place = join(folder, 'postgres');
  if (!existsSync(place)) {
    const aside = join(folder, 'postgres.new');
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { recursive: true, mode: 0o700 });
    const made = await PGlite.create({ dataDir: aside, loadDataDir: await readSnapshot() });
    await made.close();
    await rename(aside, place);
  }
  return PGlite.create({ dataDir: place });
}

function serve(pglite: PGlite, unlock: () => Promise<void>): EmbeddedDatabase {
  const session: Session = { query: (text, values) => runText(pglite, text, values) };
  return {
    engine: 'pglite',
    pglite,
    query: (text, values) => guarded(() => rowsOf(pglite, text, values)),
    transaction: (work) =>
      guarded(() =>
        pglite.transaction((transaction) => {
          const sql: Sql = { query: (text, values) => rowsOf(transaction, text, values) };
          return work(sql);
        }),
      ),
    session: (work) => guarded(() => work(session)),
    close: async () => {
      await guarded(() => pglite.close());
      await unlock();
    },
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

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeFault(error);
  }
}
