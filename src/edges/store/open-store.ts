import { join } from 'node:path';
import { Fault } from '#src/fault.ts';
import { keptSecret, readSecret } from '#src/edges/secret-file.ts';
import type { Clock, Store } from '#src/state/store.ts';
import { makeMac } from './audit-key.ts';
import type { Database } from './database.ts';
import { makeStore } from './make-store.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';
import { makeWitness } from './witness.ts';

/**
 * Where the state lies. `home`: the folder of all state. `databaseUrl`: a PostgreSQL to share (DATABASE_URL), else one is embedded under `home`.
 * `auditKeyFile`: the secret of the audit (MOBILITY_AUDIT_KEY_FILE), which all that share a PostgreSQL must have; else one is made under `home`.
 */
export type StorePlace = {
  readonly home: string;
  readonly databaseUrl: string | undefined;
  readonly auditKeyFile: string | undefined;
};

/** Opens the state, made or brought up to this version where need be. Throws `StoreFault` and `ConfigFault`. */
export async function openStore(place: StorePlace, clock: Clock): Promise<Store> {
  const mac = makeMac(await readAuditKey(place));
  const database = await openDatabase(place);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  const witness = makeWitness(join(place.home, 'audit-witness.json'));
  return makeStore({ database, mac, clock, witness });
}

const openDatabase = ({ home, databaseUrl }: StorePlace): Promise<Database> =>
  databaseUrl === undefined ? openPglite(join(home, 'state')) : openPostgres(databaseUrl);

/** Processes that share a database share the audit's chain, and so its key: one made by each of them would look like tampering. */
function readAuditKey({ home, databaseUrl, auditKeyFile }: StorePlace): Promise<Uint8Array> {
  if (auditKeyFile !== undefined) return readSecret(auditKeyFile, 'MOBILITY_AUDIT_KEY_FILE');
  if (databaseUrl === undefined) return keptSecret(join(home, 'keys', '_audit.key'));
  throw new Fault(
    'ConfigFault',
    'noAuditKey',
    'DATABASE_URL is set, so the secret of the audit must be shared too: name its file in MOBILITY_AUDIT_KEY_FILE (make one with "openssl rand -hex 32")',
  );
}
