import { createHash } from 'node:crypto';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { keyId } from '#src/edges/keyed-stream.ts';
import { Fault } from '#src/fault.ts';
import { demoKey } from './key.ts';
import type { LedgerEntry } from './ledger.ts';
import { markSource } from './mark-source.ts';
import type { RawWords } from './raw-words.ts';

/** A ledger line without what the draw led to. */
export type DrawDescription = Omit<LedgerEntry, 'releaseId' | 'figures' | 'after'>;

/** What a draw is made with. `ledgerKey` marks its source in the ledger. */
export type DrawMeans = {
  readonly policy: DisclosurePolicy;
  readonly policyText: string;
  readonly key: Uint8Array;
  readonly ledgerKey: Uint8Array;
};

/** What a release of this data set under this policy and key would be drawn from. Throws `ReleaseFault`: `demoKey` where the public key meets real data, `wrongKey` where the policy names another. */
export function describeDraw(
  words: RawWords,
  { policy, policyText, key, ledgerKey }: DrawMeans,
): DrawDescription {
  const { dataset, areas } = words;
  if (!dataset.synthetic) checkKey(policy, key);
  return {
    dataset: dataset.name,
    ...markSource(dataset.fingerprint, ledgerKey),
    policyHash: sha256(policyText),
    keyId: keyId(key),
    areasHash: sha256(JSON.stringify(areas.map(({ code, parent }) => [code, parent]))),
    wordsHash: sha256(JSON.stringify({ ...words, dataset: { ...dataset, fingerprint: '' } })),
  };
}

function checkKey(policy: DisclosurePolicy, key: Uint8Array): void {
  if (keyId(key) === keyId(demoKey))
    throw new Fault(
      'ReleaseFault',
      'demoKey',
      'the key of the demonstration is public: real data need a key of their own (leave MOBILITY_KEY_FILE out and one is made)',
    );
  if (policy.keyId !== undefined && policy.keyId !== keyId(key))
    throw new Fault(
      'ReleaseFault',
      'wrongKey',
      'the key is not the one that the policy names: name its file in MOBILITY_KEY_FILE, or have keyId in mobility.config.yml changed by review',
    );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
