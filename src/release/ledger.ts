import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Fault } from '#src/fault.ts';
import { writeAtomically } from '#src/edges/write-atomically.ts';

const entry = z.object({
  releaseId: z.string(),
  dataset: z.string(),
  sourceMark: z.string(),
  markedBy: z.string(),
  policyHash: z.string(),
  keyId: z.string(),
  areasHash: z.string(),
  wordsHash: z.string(),
  figures: z.string(),
  after: z.string().optional(),
});

/**
 * One line of the ledger: a draw that was made, or one that was given new words. Privileged.
 * `sourceMark` stands for the raw figures: it is keyed with the ledger's own key, of which `markedBy` is the id, for a plain hash would confirm
 * guesses. `areasHash` is of the geography, on which the draw depends; `wordsHash` of names, events and all else that may change without a draw;
 * `figures` is the fingerprint of what was published; `after` the release that this one revises.
 */
export type LedgerEntry = Readonly<z.output<typeof entry>>;

/** Every draw ever made, oldest first. Throws `ReleaseFault` where the ledger is damaged: without it nobody can tell a second draw. */
export function readLedger(file: string): Promise<readonly LedgerEntry[]> {
  return readLines(file, entry);
}

/** The lines of a ledger of a given form; none where there is no file. Throws `ReleaseFault` `badLedger`. */
export async function readLines<T>(file: string, line: z.ZodType<T>): Promise<readonly T[]> {
  const text = await readText(file);
  try {
    return text
      .split('\n')
      .filter((each) => each !== '')
      .map((each) => line.parse(JSON.parse(each)));
  } catch (cause) {
    throw new Fault(
      'ReleaseFault',
      'badLedger',
      'the ledger of releases is damaged: restore ledger.jsonl, beside the raw data, from a backup',
      { cause },
    );
  }
}

/** Adds lines, all at once; safe across crashes. The caller holds the lock of the releases. */
export async function appendLedger(file: string, added: readonly LedgerEntry[]): Promise<void> {
  const lines = added.map((each) => `${JSON.stringify(each)}\n`);
  await writeAtomically(file, `${await readText(file)}${lines.join('')}`, 0o600);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw cause;
  }
}
