import { join } from 'node:path';
import { readConfig } from '#src/edges/config/read-config.ts';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import { findReleases, type Place } from '#src/find-releases.ts';
import { openRelease } from '#src/open-release.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import { methodSettings } from '#src/statistics/method-settings.ts';
import { makeLiveRelease, type LiveRelease } from './live-release.ts';

/** Where the office works. `configFile`: mobility.config.yml. */
export type OfficePlace = Place & { readonly configFile: string };

const deadlineMs = 20_000;
/** Longer than any question takes. */
const lingerMs = 60_000;

/** The release that answers, opened. `report` takes faults of what answers to the operator. Throws `ConfigFault`, `WarehouseFault` and `ReleaseFault`. */
export async function watchRelease(
  place: OfficePlace,
  report: (fault: unknown) => string,
): Promise<LiveRelease> {
  const releases = await findReleases(place);
  const render = makeRenderer({ fontsFolder: join(place.projectFolder, 'assets/fonts') });
  const release = makeLiveRelease({
    name: async () => {
      const current = await releases.current();
      return current.kind === 'live' ? current.name : undefined;
    },
    open: async () => {
      const warehouse = await openRelease(place);
      if (warehouse === undefined) return undefined;
      const settings = await readConfig(place.configFile, 'method', methodSettings);
      const vocabulary = await readVocabulary(warehouse, { deadlineMs });
      const desk = { warehouse, vocabulary, settings, deadlineMs };
      return { warehouse, edges: { desk, render, report } };
    },
    pause: (durationMs) =>
      new Promise((resolve) => {
        setTimeout(resolve, durationMs).unref();
      }),
    lingerMs,
  });
  await release.look();
  return release;
}
