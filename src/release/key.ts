import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '#src/fault.ts';

/** The demonstration's key. It is public on purpose: anybody may rebuild the demonstration's release. Refused for any other data. */
export const demoKey: Uint8Array = new TextEncoder().encode(
  'mobility demonstration key: public, for synthetic data only',
);

const leastBytes = 32;

/** Whose key is wanted. `keyFile`: a file that the operator keeps (MOBILITY_KEY_FILE). `folder`: where a key is made where there is none. */
export type KeyRequest = {
  readonly synthetic: boolean;
  readonly dataset: string;
  readonly keyFile: string | undefined;
  readonly folder: string;
};

/**
 * The secret of a data set's releases, at least 32 bytes: the public demo key for synthetic data, else the operator's file,
 * else a random key made once and kept as 64 hex digits. Throws `ReleaseFault` where a file cannot be read or is too short.
 */
export async function readKey({
  synthetic,
  dataset,
  keyFile,
  folder,
}: KeyRequest): Promise<Uint8Array> {
  if (synthetic) return demoKey;
  if (keyFile !== undefined) return keyIn(keyFile);
  return keptKey(folder, dataset);
}

/** The key of the ledger's marks, kept under a name that no data set can have: made once, the same for all data sets and whatever key they are released with. Throws `ReleaseFault`. */
export async function readLedgerKey(folder: string): Promise<Uint8Array> {
  return keptKey(folder, '_ledger');
}

/** The key of that name, made where there is none. */
async function keptKey(folder: string, name: string): Promise<Uint8Array> {
  const file = join(folder, `${name}.key`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await makeKey(file);
  return keyIn(file);
}

/** Two jobs at once agree: the whole key appears at once, and only where there is none. */
async function makeKey(file: string): Promise<void> {
  if (existsSync(file)) return;
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    await handle.writeFile(`${randomBytes(leastBytes).toString('hex')}\n`);
    await handle.sync();
    await handle.close();
    await link(draft, file);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
  } finally {
    await rm(draft, { force: true });
  }
}

async function keyIn(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Fault(
      'ReleaseFault',
      'noKey',
      'the key file cannot be read: check MOBILITY_KEY_FILE and that you may read it',
      { cause },
    );
  });
  const text = bytes.toString('latin1').trim();
  const key = /^(?:[0-9a-f]{2}){32,}$/iu.test(text) ? Buffer.from(text, 'hex') : bytes;
  if (key.length < leastBytes)
    throw new Fault(
      'ReleaseFault',
      'weakKey',
      `the key file holds fewer than ${leastBytes} bytes: make one with "openssl rand -hex 32"`,
    );
  return key;
}
