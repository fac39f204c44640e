import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { buildDuckdbFile } from './duckdb-file.ts';
import { releaseFiles } from './folders.ts';
import { appendLedger, type LedgerEntry } from './ledger.ts';
import { writeAtomically } from './write-atomically.ts';

/** How a release's file comes to be: filled, checked by reopening it, and only then entered and put in its place. `fill` returns the fingerprint of the figures. */
export type Publication = {
  readonly folder: string;
  readonly entry: Omit<LedgerEntry, 'figures'>;
  readonly fill: (connection: DuckDBConnection) => Promise<string>;
  readonly check: (file: string, figures: string) => Promise<void>;
};

const staged = '.staged';

/** The place of a release's file. */
export function releaseFile(folder: string, releaseId: string): string {
  return join(folder, `${releaseId}.duckdb`);
}

/**
 * Builds a release aside, checks it, enters the draw in the ledger and moves the file into its place, readable and never writable.
 * A crash before the last step leaves the old release live; a draw is in the ledger before anybody can read it.
 */
export async function publishFile({ folder, entry, fill, check }: Publication): Promise<string> {
  const aside = join(folder, `.${entry.releaseId}${staged}`);
  const file = releaseFile(folder, entry.releaseId);
  try {
    const schema = await readFile(new URL('protected-schema.sql', import.meta.url), 'utf8');
    const figures = await buildDuckdbFile(aside, schema, fill);
    await check(aside, figures);
    await chmod(aside, 0o444);
    await enter(existsSync(file), aside, file, () =>
      appendLedger(releaseFiles(folder).ledger, { ...entry, figures }),
    );
  } finally {
    await rm(aside, { force: true });
  }
  return file;
}

/** A draw is entered before it can be read; new words of a draw are entered once they are there, so that a crash between leads to writing them again. */
async function enter(
  isReplaced: boolean,
  aside: string,
  file: string,
  append: () => Promise<void>,
): Promise<void> {
  if (!isReplaced) await append();
  await rename(aside, file);
  if (isReplaced) await append();
}

/** Makes a release the live one. */
export function pointTo(folder: string, releaseId: string): Promise<void> {
  const file = basename(releaseFile(folder, releaseId));
  return writeAtomically(
    releaseFiles(folder).releasePointer,
    `${JSON.stringify({ releaseId, file })}\n`,
  );
}

/** Removes what jobs that were killed left behind. The caller holds the lock of the folder. */
export async function sweepStaged(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter(
    (name) => name.startsWith('.') && name.includes(staged),
  );
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true, recursive: true })));
}
