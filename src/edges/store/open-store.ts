import { join } from 'node:path';
import type { Clock, Store } from '#src/state/store.ts';
import { makeMac, readAuditKey } from './audit-key.ts';
import type { JobsDatabase } from './jobs/jobs-database.ts';
import { makeStore } from './make-store.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';
import { withStoreFaults } from './store-fault.ts';
import type { StorePlace } from './store-place.ts';
import { makeWitness, witnessFile } from './witness.ts';

/** The state, and the database in which it lies, for `makeJobs`. Closing the store closes both: stop the jobs first. */
export type State = { readonly store: Store; readonly database: JobsDatabase };

/** Opens the state without its jobs. Throws as `openState` does. */
export async function openStore(place: StorePlace, clock: Clock): Promise<Store> {
  return (await openState(place, clock)).store;
}

/** Opens the state, made or brought up to this version where need be. Throws `StoreFault` and `ConfigFault`. */
export async function openState(place: StorePlace, clock: Clock): Promise<State> {
  const mac = makeMac(await withStoreFaults(() => readAuditKey(place)));
  const database = await openDatabase(place);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  const witness = makeWitness(witnessFile(place.home), database);
  return { store: makeStore({ database, mac, clock, witness }), database };
}

const openDatabase = ({ home, databaseUrl }: StorePlace): Promise<JobsDatabase> =>
  databaseUrl === undefined ? openPglite(join(home, 'state')) : openPostgres(databaseUrl);
