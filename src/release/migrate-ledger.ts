import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { formerLedgerFile, ledgerFile } from './folders.ts';
import { appendLedger, readLedger, readLines } from './ledger.ts';
import { markSource } from './mark-source.ts';

const formerEntry = z.object({
  releaseId: z.string(),
  dataset: z.string(),
  sourceFingerprint: z.string(),
  policyHash: z.string(),
  keyId: z.string(),
  areasHash: z.string(),
  wordsHash: z.string(),
  figures: z.string(),
});

/**
 * Moves a ledger that lies beside the releases to the raw data, with its fingerprints keyed. A crash on the way leads to doing it again.
 * Throws `ReleaseFault` `badLedger`.
 */
export async function migrateLedger(
  releases: string,
  raw: string,
  ledgerKey: Uint8Array,
): Promise<void> {
  const former = formerLedgerFile(releases);
  if (!existsSync(former)) return;
  const moved = (await readLines(former, formerEntry)).map(({ sourceFingerprint, ...rest }) => ({
    ...rest,
    ...markSource(sourceFingerprint, ledgerKey),
  }));
  const present = await readLedger(ledgerFile(raw));
  const isNew = ({ releaseId, wordsHash }: (typeof moved)[number]): boolean =>
    !present.some((each) => each.releaseId === releaseId && each.wordsHash === wordsHash);
  await appendLedger(ledgerFile(raw), moved.filter(isNew));
  await rm(former);
}
