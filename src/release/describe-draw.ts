import { createHash } from 'node:crypto';
import { keyId } from '#src/edges/keyed-stream.ts';
import { Fault } from '#src/fault.ts';
import { demoKey } from './key.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Dataset, RawWords } from './raw-words.ts';

/** A ledger line without what the draw led to. */
export type DrawDescription = Omit<LedgerEntry, 'releaseId' | 'figures'>;

/** What a release of this data set under this policy and key would be drawn from. Throws `ReleaseFault` `demoKey` where the public key meets real data. */
export function describeDraw(
  words: RawWords,
  policyText: string,
  key: Uint8Array,
): DrawDescription {
  const { dataset, areas } = words;
  checkKey(dataset, key);
  return {
    dataset: dataset.name,
    sourceFingerprint: dataset.fingerprint,
    policyHash: sha256(policyText),
    keyId: keyId(key),
    areasHash: sha256(JSON.stringify(areas.map(({ code, parent }) => [code, parent]))),
    wordsHash: sha256(JSON.stringify({ ...words, dataset: { ...dataset, fingerprint: '' } })),
  };
}

function checkKey({ synthetic }: Dataset, key: Uint8Array): void {
  if (synthetic || keyId(key) !== keyId(demoKey)) return;
  throw new Fault(
    'ReleaseFault',
    'demoKey',
    'the key of the demonstration is public: real data need a key of their own (leave MOBILITY_KEY_FILE out and one is made)',
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
