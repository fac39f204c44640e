import { dirname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { holdLock } from '#src/edges/process-lock.ts';
import { sweepBooks } from './book-file.ts';
import { describeDraw, type DrawDescription } from './describe-draw.ts';
import { drawRelease, type ReleaseOptions } from './draw-release.ts';
import type { DrawOutcome } from './draw-outcome.ts';
import { withDuckdb } from './duckdb-file.ts';
import { editionOf } from './edition.ts';
import { ledgerFile } from './folders.ts';
import { readLedger, type LedgerEntry } from './ledger.ts';
import { migrateLedger } from './migrate-ledger.ts';
import { releaseFile, sweepStaged } from './publish-file.ts';
import { readRawWords, type RawWords } from './raw-words.ts';
import { restoreRelease } from './restore-release.ts';
import { reword } from './reword.ts';
import { countOtherPolicies, judgeDraw } from './second-draw.ts';

/**
 * `alreadyReleased`: nothing was drawn. `reworded`: another edition, with the figures of the earlier one and the data set's new words. `restored`: the
 * file was lost, and was written again from its book. `otherPolicies`: earlier draws of the same synthetic trips.
 */
export type Released =
  | {
      readonly kind: 'alreadyReleased' | 'reworded' | 'restored';
      readonly releaseId: string;
      readonly file: string;
    }
  | (DrawOutcome & { readonly otherPolicies: number });

/**
 * Turns a raw data set into a file with a protected release, which does not answer yet. Of a data set that was released before only new weeks are drawn.
 * The same trips, policy and key are never drawn twice. Throws `ReleaseFault`.
 */
export function releaseDataset(options: ReleaseOptions): Promise<Released> {
  const { releasesFolder, rawFile, ledgerKey } = options;
  const folder = dirname(rawFile);
  return holdLock(releasesFolder, async () => {
    await sweepStaged(releasesFolder);
    await sweepStaged(folder);
    await migrateLedger(releasesFolder, folder, ledgerKey);
    return withDuckdb(rawFile, { access_mode: 'READ_ONLY', threads: '2' }, async (raw) => {
      const released = await releaseFrom(raw, options);
      await sweepBooks(folder, lastReleases(await readLedger(ledgerFile(folder))));
      return released;
    });
  });
}

async function releaseFrom(raw: DuckDBConnection, options: ReleaseOptions): Promise<Released> {
  options.onProgress('reading', 0, 1);
  const words = await readRawWords(raw);
  const draw = describeDraw(words, options);
  const ledger = await readLedger(ledgerFile(dirname(options.rawFile)));
  const verdict = judgeDraw(ledger, draw, words.dataset.synthetic);
  if (verdict.kind === 'same')
    return standBy(words, { draw, entry: verdict.entry, ledger }, options);
  const after = verdict.kind === 'revision' ? verdict.entry.releaseId : undefined;
  const drawn = await drawRelease(raw, words, { draw, after, options });
  return { ...drawn, otherPolicies: countOtherPolicies(ledger, draw) };
}

/** A draw that was made as `entry`, as the data set describes it now. */
type MadeDraw = {
  readonly draw: DrawDescription;
  readonly entry: LedgerEntry;
  readonly ledger: readonly LedgerEntry[];
};

/** Makes sure of the file of a draw that was made, with the data set's words as they are. */
async function standBy(
  words: RawWords,
  { draw, entry, ledger }: MadeDraw,
  options: ReleaseOptions,
): Promise<Released> {
  const { releaseId } = entry;
  const folder = options.releasesFolder;
  const former = releaseFile(folder, editionOf(ledger, entry));
  const edition = editionOf(ledger, { releaseId, wordsHash: draw.wordsHash });
  const file = releaseFile(folder, edition);
  if (!(await isWhole(former))) {
    await restoreRelease(words, { entry, draw, edition, options });
    return { kind: 'restored', releaseId, file };
  }
  if (entry.wordsHash === draw.wordsHash) return { kind: 'alreadyReleased', releaseId, file };
  await reword({
    folder,
    former,
    edition,
    ledger: ledgerFile(dirname(options.rawFile)),
    entry,
    draw,
    words,
  });
  return { kind: 'reworded', releaseId, file };
}

/** Whether the file of an earlier release is there and can be read. */
async function isWhole(file: string): Promise<boolean> {
  try {
    return await withDuckdb(file, { access_mode: 'READ_ONLY' }, async (connection) => {
      const rows = await connection.runAndReadAll('SELECT release_id FROM release');
      return rows.currentRowCount === 1;
    });
  } catch {
    return false;
  }
}

/** The last release of every data set and policy: whose books a revision may need. */
function lastReleases(ledger: readonly LedgerEntry[]): ReadonlySet<string> {
  const series = Map.groupBy(ledger, ({ dataset, policyHash }) => `${dataset} ${policyHash}`);
  return new Set([...series.values()].flatMap((entries) => entries.at(-1)?.releaseId ?? []));
}
