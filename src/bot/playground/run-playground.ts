import { accessConfig } from '#src/access/access-config.ts';
import { configFileOf } from '#src/config/config-file.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { Fault } from '#src/fault.ts';
import type { Place } from '#src/find-releases.ts';
import { readPort } from '../bot-settings.ts';
import { takeUpReleases } from '../take-up-releases.ts';
import { toldToEnd } from '../told-to-end.ts';
import { watchRelease } from '../watch-release.ts';
import { onlySynthetic } from './only-synthetic.ts';
import { startPlayground } from './start-playground.ts';

/**
 * `npm start` without Slack: the local page, with the tiers of the configuration, until it is told to end. Nobody is asked who they are, so it shows synthetic data alone.
 * Exit code 0: ended as told. Throws what its parts throw.
 */
export async function runPlayground(
  place: Place,
  report: (fault: unknown) => string,
): Promise<number> {
  const port = readPort(process.env);
  const configFile = configFileOf(place.projectFolder, process.env);
  const { tiers } = await readConfig(configFile, 'access', accessConfig);
  await takeUpReleases(place);
  const release = onlySynthetic(await watchRelease({ ...place, configFile }, report));
  const playground = await startPlayground({ release, tiers, port, report });
  const told = toldToEnd();
  process.stdout.write(
    `SLACK_BOT_TOKEN is not set, so there is no Slack to answer in. Here is a page to try everything on instead:\n\n  ${playground.url}\n\nOnly this computer can open it. Ctrl+C ends it. To answer in Slack: docs/slack.md\n`,
  );
  const reason = await Promise.race([told, playground.broken]);
  await playground.stop();
  if (reason === 'told') return 0;
  throw reason instanceof Fault
    ? reason
    : new Fault('ConfigFault', 'officeEnded', 'the part that answers ended by itself', {
        cause: reason,
      });
}
