import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Fault } from '#src/fault.ts';
import { writeAtomically } from './write-atomically.ts';

const entry = z.object({
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
 * One line of the ledger: a draw that was made, or one that was given new words. Privileged: the source's fingerprint would confirm guesses.
 * `areasHash` is of the geography, on which the draw depends; `wordsHash` of names, events and all else that may change without a draw;
 * `figures` is the fingerprint of what was published.
 */
export type LedgerEntry = Readonly<z.output<typeof entry>>;

/** Every draw ever made, oldest first. Throws `ReleaseFault` where the ledger is damaged: without it nobody can tell a second draw. */
export async function readLedger(file: string): Promise<readonly LedgerEntry[]> {
  const text = await readText(file);
  try {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => entry.parse(JSON.parse(line)));
  } catch (cause) {
    throw new Fault(
      'ReleaseFault',
      'badLedger',
      'the ledger of releases is damaged: restore releases/ledger.jsonl from a backup',
      { cause },
    );
  }
}

/** Adds a line; safe across crashes. The caller holds the lock of the folder. */
export async function appendLedger(file: string, added: LedgerEntry): Promise<void> {
  await writeAtomically(file, `${await readText(file)}${JSON.stringify(added)}\n`, 0o600);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw cause;
  }
}
