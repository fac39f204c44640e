import { join } from 'node:path';
import { configFileOf } from '#src/config/config-file.ts';
import { keepUntilTaken } from '#src/edges/deliveries/keep-until-taken.ts';
import { noDeliveries, openDeliveries } from '#src/edges/deliveries/open-deliveries.ts';
import { startFront } from '#src/edges/slack/app/start-front.ts';
import { Fault } from '#src/fault.ts';
import type { Place } from '#src/find-releases.ts';
import { readBotSettings } from './bot-settings.ts';
import { favourFront } from './favour-front.ts';
import { startOfficeThread } from './start-office-thread.ts';
import { takeUpReleases } from './take-up-releases.ts';
import { toldToEnd } from './told-to-end.ts';

/** How long a stop may take before the process ends anyway; what it holds is taken over by the next one. */
const stopWithinMs = 15_000;

/** The bot in Slack, until it is told to end. Exit code 0: ended as told. Throws what its parts throw. */
export async function startBot(place: Place, report: (error: unknown) => string): Promise<number> {
  const { token, apiUrl, mode } = readBotSettings(process.env);
  const configFile = configFileOf(place.projectFolder, process.env);
  await takeUpReleases(place);
  const office = await startOfficeThread({ ...place, token, apiUrl, configFile });
  favourFront();
  const deliveries = await openDeliveries(join(place.home, 'deliveries'), report).catch(
    (cause: unknown) => {
      report(cause);
      return noDeliveries;
    },
  );
  const keeping = keepUntilTaken(office, { deliveries, report });
  const front = await startFront({ mode, token, apiUrl, office: keeping, report }).catch(
    async (fault: unknown) => {
      await office.stop();
      await deliveries.close();
      throw fault;
    },
  );
  // Listened for before anybody is told that it runs: whoever hears that may end it at once.
  const told = toldToEnd();
  process.stdout.write(
    `Mobility is running${front.url === undefined ? ' in Socket Mode' : ` on ${front.url}`}.\n`,
  );
  if (office.boardUrl !== undefined)
    process.stdout.write(`The dashboard is on ${office.boardUrl}, for the proxy alone.\n`);
  const stopping = new AbortController();
  const left = keeping.takeLeft(stopping.signal);
  const reason = await Promise.race([told, office.broken]);
  setTimeout(() => process.exit(1), stopWithinMs).unref();
  stopping.abort();
  await front.stop();
  if (reason instanceof Fault) throw reason;
  await left;
  await office.stop();
  await deliveries.close();
  process.stdout.write('Mobility has stopped.\n');
  return 0;
}
