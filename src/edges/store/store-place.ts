import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where the state lies. `home`: the folder of all state. `databaseUrl`: a PostgreSQL to share (DATABASE_URL), else one is embedded under `home`.
 * `auditKeyFile`: the secret of the audit (MOBILITY_AUDIT_KEY_FILE), which all that share a PostgreSQL must have; else one is made under `home`.
 */
export type StorePlace = {
  readonly home: string;
  readonly databaseUrl: string | undefined;
  readonly auditKeyFile: string | undefined;
};

/** Where the state lies, from the environment: an empty variable counts as none. `home`: the folder of all state. */
export const readStorePlace = (
  home: string,
  env: Readonly<Record<string, string | undefined>>,
): StorePlace => ({
  home,
  databaseUrl: env['DATABASE_URL'] || undefined,
  auditKeyFile: env['MOBILITY_AUDIT_KEY_FILE'] || undefined,
});

/** The folder of the embedded state under `home`. */
export const embeddedFolder = (home: string): string => join(home, 'state');

/** The folder of PostgreSQL's own files in the folder of the embedded state. It appears whole, once they are made. */
export const postgresFolder = (folder: string): string => join(folder, 'postgres');

/** Whether an embedded state was ever made under `home`. */
export const hasEmbeddedState = (home: string): boolean =>
  existsSync(postgresFolder(embeddedFolder(home)));
