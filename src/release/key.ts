import { join } from 'node:path';
import { keptSecret, readSecret } from '#src/edges/secret-file.ts';

/** The demonstration's key. It is public on purpose: anybody may rebuild the demonstration's release. Refused for any other data. */
export const demoKey: Uint8Array = new TextEncoder().encode(
  'mobility demonstration key: public, for synthetic data only',
);

/** Whose key is wanted. `keyFile`: a file that the operator keeps (MOBILITY_KEY_FILE). `folder`: where a key is made where there is none. */
export type KeyRequest = {
  readonly synthetic: boolean;
  readonly dataset: string;
  readonly keyFile: string | undefined;
  readonly folder: string;
};

/**
 * The secret of a data set's releases, at least 32 bytes: the public demo key for synthetic data, else the operator's file,
 * else a random key made once and kept as 64 hex digits. Throws `ConfigFault` where a file cannot be read or is too short.
 */
export async function readKey({
  synthetic,
  dataset,
  keyFile,
  folder,
}: KeyRequest): Promise<Uint8Array> {
  if (synthetic) return demoKey;
  if (keyFile !== undefined) return readSecret(keyFile, 'MOBILITY_KEY_FILE');
  return keptSecret(join(folder, `${dataset}.key`));
}

/** The key of the ledger's marks, kept under a name that no data set can have: made once, the same for all data sets and whatever key they are released with. Throws `ConfigFault`. */
export async function readLedgerKey(folder: string): Promise<Uint8Array> {
  return keptSecret(join(folder, '_ledger.key'));
}
