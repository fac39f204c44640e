import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { queries } from '#queries/index.ts';
import { isLocked } from '#src/edges/process-lock.ts';
import { currentRelease } from '#src/edges/warehouse/current-release.ts';
import { makeDuckdbWarehouse } from '#src/edges/warehouse/make-duckdb-warehouse.ts';
import { shareRuns } from '#src/edges/warehouse/share-runs.ts';
import { Fault } from '#src/fault.ts';
import type { Warehouse } from '#src/ports.ts';
import { startReleaseJob } from '#src/start-release-job.ts';

/** Where the program and its state lie. */
export type Place = { readonly home: string; readonly projectFolder: string };

const longestWaitMs = 120_000;
const lookAgainMs = 500;

/** The first release, made now, or by whoever is at it already; undefined where it waits for approval. */
async function firstRelease(place: Place): Promise<string | undefined> {
  const isMade = (await startReleaseJob(place.projectFolder, ['--brief'], false)) === 0;
  let isOthers = false;
  for (let waitedMs = 0; waitedMs < longestWaitMs; waitedMs += lookAgainMs) {
    // The lock first: a job that ends between the two looks has left its release.
    const isAtWork = await isLocked(join(place.home, 'raw'));
    const current = await currentRelease(place.home);
    if (current.kind === 'live') return current.file;
    if (!isAtWork) break;
    isOthers = true;
    await sleep(lookAgainMs);
  }
  if (isMade || isOthers) return undefined;
  throw new Fault('ReleaseFault', 'firstRelease', 'the first release could not be made');
}

/** Opens the release that answers; the first is made now. Undefined where none answers. Throws `WarehouseFault`, and `ReleaseFault` `firstRelease`. */
export async function openRelease(place: Place): Promise<Warehouse | undefined> {
  const sqlFolder = join(place.projectFolder, 'queries');
  const open = async (file: string): Promise<Warehouse> =>
    shareRuns(await makeDuckdbWarehouse({ file, queries, sqlFolder }));
  const current = await currentRelease(place.home);
  if (current.kind === 'withdrawn') return undefined;
  if (current.kind === 'none') {
    const file = await firstRelease(place);
    return file === undefined ? undefined : open(file);
  }
  try {
    return await open(current.file);
  } catch (fault) {
    // A release that an earlier version of the program made.
    if (!(fault instanceof Fault) || fault.code !== 'unchecked') throw fault;
    const file = await firstRelease(place);
    return file === undefined || file === current.file ? undefined : open(file);
  }
}
