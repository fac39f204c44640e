import { holdLock } from '#src/edges/process-lock.ts';
import type { DuckDBConnection } from '@duckdb/node-api';
import { describeDraw } from './describe-draw.ts';
import { drawRelease, type DrawOutcome, type ReleaseOptions } from './draw-release.ts';
import { withDuckdb } from './duckdb-file.ts';
import { releaseFiles } from './folders.ts';
import { readLedger } from './ledger.ts';
import { pointTo, releaseFile, sweepStaged } from './publish-file.ts';
import { readRawWords } from './raw-words.ts';
import { reword } from './reword.ts';
import { checkRevision, countOtherPolicies, findDraw } from './second-draw.ts';

/** `alreadyReleased`: nothing was drawn. `reworded`: the figures of the earlier file with the data set's new words. `otherPolicies`: earlier draws of the same trips. */
export type Released =
  | {
      readonly kind: 'alreadyReleased' | 'reworded';
      readonly releaseId: string;
      readonly file: string;
    }
  | (DrawOutcome & { readonly otherPolicies: number });

/**
 * Turns a raw data set into a protected release and makes it the live one.
 * The same trips, policy and key are never drawn twice. Throws `ReleaseFault`; the old release then stays live.
 */
export function releaseDataset(options: ReleaseOptions): Promise<Released> {
  return holdLock(options.releasesFolder, async () => {
    await sweepStaged(options.releasesFolder);
    return withDuckdb(options.rawFile, { access_mode: 'READ_ONLY', threads: '2' }, async (raw) => {
      const released = await releaseFrom(raw, options);
      await pointTo(options.releasesFolder, released.releaseId);
      return released;
    });
  });
}

async function releaseFrom(raw: DuckDBConnection, options: ReleaseOptions): Promise<Released> {
  const folder = options.releasesFolder;
  options.onProgress('reading', 0, 1);
  const words = await readRawWords(raw);
  const draw = describeDraw(words, options.policyText, options.key);
  const ledger = await readLedger(releaseFiles(folder).ledger);
  const earlier = findDraw(ledger, draw);
  if (earlier === undefined) checkRevision(ledger, draw, words.dataset.name);
  if (earlier === undefined || !(await isWhole(releaseFile(folder, earlier.releaseId)))) {
    const drawn = await drawRelease(raw, words, { draw, earlier, options });
    return { ...drawn, otherPolicies: countOtherPolicies(ledger, draw) };
  }
  const { releaseId } = earlier;
  const file = releaseFile(folder, releaseId);
  if (earlier.wordsHash === draw.wordsHash) return { kind: 'alreadyReleased', releaseId, file };
  await reword({ folder, file, entry: { releaseId, ...draw }, words });
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
