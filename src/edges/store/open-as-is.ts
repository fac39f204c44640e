import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock, Store } from '#src/state/store.ts';
import { makeMac, readAuditKey } from './audit-key.ts';
import { makeStore } from './make-store.ts';
import { migrationsFolder } from './migrate.ts';
import { openDatabase, type StateDatabase } from './open-database.ts';
import { withStoreFaults } from './store-fault.ts';
import { hasEmbeddedState, type StorePlace } from './store-place.ts';
import { makeWitness, witnessFile } from './witness.ts';

/** A state as it lies. `none`: not made yet. `older`: its tables are of an earlier version of the program, which its next start brings up. */
export type StateAsIs =
  | { readonly kind: 'none' }
  | { readonly kind: 'older' }
  | { readonly kind: 'open'; readonly store: Store };

/** Opens the state to look at it: nothing is made or brought up to this version. Close the store. Throws `StoreFault` and `ConfigFault`. */
export async function openAsIs(place: StorePlace, clock: Clock): Promise<StateAsIs> {
  if (place.databaseUrl === undefined && !hasEmbeddedState(place.home)) return { kind: 'none' };
  const mac = makeMac(await withStoreFaults(() => readAuditKey(place)));
  const database = await openDatabase(place);
  try {
    const missing = await findMissing(database);
    if (missing !== undefined) {
      await database.close();
      return { kind: missing };
    }
    const witness = makeWitness(witnessFile(place.home), database);
    return { kind: 'open', store: makeStore({ database, mac, clock, witness }) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const named = z.array(z.object({ name: z.string() }));

/** Undefined where every table is there. */
async function findMissing(database: StateDatabase): Promise<'none' | 'older' | undefined> {
  const [table] = await database.query(
    `SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'migration'`,
  );
  if (table === undefined) return 'none';
  const rows = named.parse(await database.query('SELECT name FROM migration'));
  const run = new Set(rows.map(({ name }) => name));
  const wanted = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql'));
  return wanted.every((name) => run.has(name)) ? undefined : 'older';
}
