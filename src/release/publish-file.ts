import { chmod, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { buildDuckdbFile } from './duckdb-file.ts';
import { releasePointer } from './folders.ts';
import { writeAtomically } from '#src/edges/write-atomically.ts';

/**
 * How a release's file comes to be. `fill` returns the fingerprint of the figures. `check` reopens what was written.
 * `before` and `after` run before and after the file is in its place, where it can be read.
 */
export type Publication = {
  readonly folder: string;
  readonly releaseId: string;
  readonly fill: (connection: DuckDBConnection) => Promise<string>;
  readonly check: (file: string, figures: string) => Promise<void>;
  readonly before?: (figures: string) => Promise<void>;
  readonly after?: (figures: string) => Promise<void>;
};

const staged = '.staged';

/** The name under which a file is built aside; `sweepStaged` removes what is left of it. */
export const stagedName = (name: string): string => `.${name}${staged}`;

/** The place of a release's file. */
export function releaseFile(folder: string, releaseId: string): string {
  return join(folder, `${releaseId}.duckdb`);
}

/** Builds a release aside, checks it and moves the file into its place, readable and never writable. A crash leaves the old release live. */
export async function publishFile(publication: Publication): Promise<string> {
  const { folder, releaseId, fill, check, before, after } = publication;
  const aside = join(folder, stagedName(releaseId));
  const file = releaseFile(folder, releaseId);
  try {
    const schema = await readFile(new URL('protected-schema.sql', import.meta.url), 'utf8');
    const figures = await buildDuckdbFile(aside, schema, fill);
    await check(aside, figures);
    await chmod(aside, 0o444);
    await before?.(figures);
    await rename(aside, file);
    await after?.(figures);
  } finally {
    await rm(aside, { force: true });
  }
  return file;
}

/** Makes a release the live one. */
export function pointTo(folder: string, releaseId: string): Promise<void> {
  const file = basename(releaseFile(folder, releaseId));
  return writeAtomically(releasePointer(folder), `${JSON.stringify({ releaseId, file })}\n`);
}

const draft =
  /^(current\.json|ledger\.jsonl|.+\.report\.json)\.\d+\.tmp$|^release\.lock\.\d+(\.dead)?$/u;

/** Removes what jobs that were killed left behind. The caller holds the lock of the releases. */
export async function sweepStaged(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter(
    (name) => (name.startsWith('.') && name.includes(staged)) || draft.test(name),
  );
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true, recursive: true })));
}
