import type { Clock, Store } from '#src/state/store.ts';
import { Fault } from '#src/fault.ts';
import { makeMac, readAuditKey } from './audit-key.ts';
import { makeStore } from './make-store.ts';
import { migrate } from './migrate.ts';
import { openDatabase, type StateDatabase } from './open-database.ts';
import { withStoreFaults } from './store-fault.ts';
import type { StorePlace } from './store-place.ts';
import { makeWitness, witnessFile } from './witness.ts';

/** The state, and the database in which it lies, for `makeJobs`. Closing the store closes both: stop the jobs first. */
export type State = { readonly store: Store; readonly database: StateDatabase };

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
    const witness = makeWitness(witnessFile(place.home), database);
    const store = makeStore({ database, mac, clock, witness });
    await checkNotLost(store);
    return { store, database };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** An empty state where this machine has seen another one: what was approved and withdrawn in that would be forgotten. Throws `StoreFault` `stateGone`. */
async function checkNotLost({ audit }: Store): Promise<void> {
  const seen = (await audit.witness())?.seq ?? 0;
  if (seen === 0 || (await audit.head()).seq > 0) return;
  throw new Fault(
    'StoreFault',
    'stateGone',
    `the state is empty, but this machine has seen one with an audit (entries: ${seen}): put a copy of that back, or, if a new one is meant, take audit-witness.json out of the home folder and keep it`,
  );
}
