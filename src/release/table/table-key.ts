import { Fault } from '#src/fault.ts';
import { demoKey, readKey } from '../key.ts';

/** The secret in the operator's file: at least 32 bytes, or 64 hex digits. Throws `ReleaseFault`; the demonstration's public key is refused. */
export async function readTableKey(keyFile: string): Promise<Uint8Array> {
  const key = await readKey({ synthetic: false, dataset: '', keyFile, folder: '' }).catch(
    (error: unknown) => {
      if (!(error instanceof Fault && error.code === 'noKey')) throw error;
      throw new Fault(
        'ReleaseFault',
        'noKey',
        'the key file cannot be read: check --key-file and that you may read it',
        { cause: error },
      );
    },
  );
  if (Buffer.from(key).equals(demoKey))
    throw new Fault(
      'ReleaseFault',
      'publicKey',
      'the key file holds the demonstration\'s public key: make one with "openssl rand -hex 32"',
    );
  return key;
}
