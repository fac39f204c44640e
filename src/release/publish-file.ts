import { chmod, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { isAlive } from '#src/edges/process-lock.ts';
import { buildDuckdbFile } from './duckdb-file.ts';

/**
 * How an edition's file comes to be. `fill` returns the fingerprint of the figures. `check` reopens what was written.
 * `before` and `after` run before and after the file is in its place.
 */
export type Publication = {
  readonly folder: string;
  readonly edition: string;
  readonly fill: (connection: DuckDBConnection) => Promise<string>;
  readonly check: (file: string, figures: string) => Promise<void>;
  readonly before?: (figures: string) => Promise<void>;
  readonly after?: (figures: string) => Promise<void>;
};

const staged = '.staged';

/** The name under which a file is built aside; `sweepStaged` removes what is left of it. */
export const stagedName = (name: string): string => `.${name}${staged}`;

/** The place of an edition's file. */
export function releaseFile(folder: string, edition: string): string {
  return join(folder, `${edition}.duckdb`);
}

/** Builds an edition aside, checks it and moves the file into its place, readable and never writable. It does not answer before it is made live. */
export async function publishFile(publication: Publication): Promise<string> {
  const { folder, edition, fill, check, before, after } = publication;
  const aside = join(folder, stagedName(edition));
  const file = releaseFile(folder, edition);
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

const draft =
  /^(?:(?:current\.json|ledger\.jsonl|.+\.(?:report|maker)\.json)\.(\d+)\.tmp|release\.lock\.(\d+)(?:\.dead)?)$/u;

/** Removes what jobs that were killed left behind. The caller holds the lock of the releases; small files of processes that live stay. */
export async function sweepStaged(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => {
    if (name.startsWith('.') && name.includes(staged)) return true;
    const found = draft.exec(name);
    return found !== null && !isAlive(Number(found[1] ?? found[2]));
  });
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true, recursive: true })));
}
