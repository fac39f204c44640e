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
