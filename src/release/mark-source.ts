import { createHmac } from 'node:crypto';
import { keyId } from '#src/edges/keyed-stream.ts';
import type { LedgerEntry } from './ledger.ts';

/** What the ledger says of raw figures: the same for the same fingerprint, whatever key they are released with, and nothing without the ledger's key. */
export function markSource(
  fingerprint: string,
  ledgerKey: Uint8Array,
): Pick<LedgerEntry, 'sourceMark' | 'markedBy'> {
  const sourceMark = createHmac('sha256', ledgerKey).update(`source|${fingerprint}`).digest('hex');
  return { sourceMark, markedBy: keyId(ledgerKey) };
}
