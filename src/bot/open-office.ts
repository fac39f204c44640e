import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { accessConfig } from '#src/access/access-config.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { makeLog } from '#src/edges/log/make-log.ts';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import { makeSlack } from '#src/edges/slack/client/make-slack.ts';
import { makeMac, readAuditKey } from '#src/edges/store/audit-key.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import { readStorePlace } from '#src/edges/store/store-place.ts';
import { currentRelease } from '#src/edges/warehouse/current-release.ts';
import { openRelease, type Place } from '#src/open-release.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import { methodSettings } from '#src/statistics/method-settings.ts';
import { makeLiveRelease, type LiveRelease } from './live-release.ts';
import { runOffice, type RunningOffice } from './run-office.ts';

/** Where the office works. `token`, `apiUrl`: of Slack. `configFile`: mobility.config.yml. */
export type OfficePlace = Place & {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly configFile: string;
};

const deadlineMs = 20_000;
/** Longer than any question takes. */
const lingerMs = 60_000;

/** Opens the state, the release and Slack, and sets the office to work. Throws `ConfigFault`, `StoreFault`, `WarehouseFault` and `ReleaseFault`. */
export async function openOffice(
  place: OfficePlace,
  onBroken: (error: unknown) => void,
): Promise<RunningOffice> {
  const { report } = makeLog(place.home);
  const clock = () => new Date();
  const access = await readConfig(place.configFile, 'access', accessConfig);
  const release = watchRelease(place, report);
  await release.look();
  const storePlace = readStorePlace(place.home, process.env);
  const store = await openStore(storePlace, clock);
  const sealing = makeMac(await readAuditKey(storePlace));
  const slack = makeSlack({ token: place.token, apiUrl: place.apiUrl, clock, report });
  const office = runOffice(
    {
      store,
      slack,
      release,
      access,
      clock,
      report,
      // Other texts than those of the audit, which begin with "row" or "head".
      mac: (text) => sealing(`state\n${text}`),
      hash: (text) => createHash('sha256').update(text).digest('hex'),
    },
    onBroken,
  );
  return {
    take: (delivered, arrivedAt) => office.take(delivered, arrivedAt),
    stop: async () => {
      await office.stop();
      await release.close();
      await store.close();
    },
  };
}

function watchRelease(place: OfficePlace, report: (fault: unknown) => string): LiveRelease {
  const render = makeRenderer({ fontsFolder: join(place.projectFolder, 'assets/fonts') });
  return makeLiveRelease({
    name: async () => {
      const current = await currentRelease(place.home);
      return current.kind === 'live' ? current.file : undefined;
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
}
