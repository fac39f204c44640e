import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLocked } from '#src/edges/process-lock.ts';
import { currentRelease } from '#src/edges/warehouse/current-release.ts';
import type { Releases } from '#src/edges/warehouse/releases.ts';
import { Fault } from '#src/fault.ts';
import { findReleases, type Place } from '#src/find-releases.ts';
import type { Warehouse } from '#src/ports.ts';
import { startReleaseJob } from '#src/start-release-job.ts';

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

/** Opens the release that answers; on this machine the first is made now. Undefined where none answers. Throws `ConfigFault`, `WarehouseFault`, and `ReleaseFault` `firstRelease`. */
export async function openRelease(place: Place): Promise<Warehouse | undefined> {
  const releases = await findReleases(place);
  const current = await releases.current();
  if (current.kind === 'withdrawn') return undefined;
  if (current.kind === 'none') return releases.isLocal ? openFirst(place, releases) : undefined;
  try {
    return await releases.open(current.name);
  } catch (fault) {
    // A release that an earlier version of the program made.
    if (!releases.isLocal || !(fault instanceof Fault) || fault.code !== 'unchecked') throw fault;
    return openFirst(place, releases, current.name);
  }
}

/** `besides`: what cannot be opened. */
async function openFirst(
  place: Place,
  releases: Releases,
  besides?: string,
): Promise<Warehouse | undefined> {
  const file = await firstRelease(place);
  return file === undefined || file === besides ? undefined : releases.open(file);
}
