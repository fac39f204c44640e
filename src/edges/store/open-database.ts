import { openPglite, type EmbeddedDatabase } from './open-pglite.ts';
import { openPostgres, type ServerDatabase } from './open-postgres.ts';
import { embeddedFolder, type StorePlace } from './store-place.ts';

/** The database of the state: the jobs can lie in it beside the store. */
export type StateDatabase = EmbeddedDatabase | ServerDatabase;

/** Opens the database of the state, as it is. Throws `StoreFault`, and `ConfigFault` where DATABASE_URL cannot be used. */
export const openDatabase = ({ home, databaseUrl }: StorePlace): Promise<StateDatabase> =>
  databaseUrl === undefined ? openPglite(embeddedFolder(home)) : openPostgres(databaseUrl);
