import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '#src/fault.ts';

const leastBytes = 32;

/** The secret in `file`, made there at random, as 64 hex digits, where there is none. Its folder is made private. Throws `ConfigFault`. */
export async function keptSecret(file: string): Promise<Uint8Array> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await makeSecret(file);
  return readSecret(file, undefined);
}

/** Two jobs at once agree: the whole secret appears at once, and only where there is none. */
async function makeSecret(file: string): Promise<void> {
  if (existsSync(file)) return;
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeSynced(draft, `${randomBytes(leastBytes).toString('hex')}\n`);
    await link(draft, file);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeSynced(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The secret that an operator keeps in `file`, at least 32 bytes, plain or as hex digits. `variable`: what named the file. Throws `ConfigFault`: `noKey`, `weakKey`. */
export async function readSecret(file: string, variable: string | undefined): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Fault(
      'ConfigFault',
      'noKey',
      `the key file cannot be read: check ${variable === undefined ? 'the folder of keys' : variable} and that you may read it`,
      { cause },
    );
  });
  const text = bytes.toString('latin1').trim();
  const key = /^(?:[0-9a-f]{2}){32,}$/iu.test(text) ? Buffer.from(text, 'hex') : bytes;
  if (key.length < leastBytes)
    throw new Fault(
      'ConfigFault',
      'weakKey',
      `the key file holds fewer than ${leastBytes} bytes: make one with "openssl rand -hex 32"`,
    );
  return key;
}
