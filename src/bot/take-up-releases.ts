import type { Place } from '#src/find-releases.ts';
import { openRelease } from '#src/open-release.ts';
import { startReleaseJob } from '#src/start-release-job.ts';

/** Enters what the release job left while no program ran. Throws what opening a release throws. */
export async function takeUpReleases(place: Place): Promise<void> {
  // The demonstration makes its first release here, before anybody waits for an answer.
  await (await openRelease(place))?.close();
  await startReleaseJob(place.projectFolder, ['list'], true);
}
