import { parentPort, workerData } from 'node:worker_threads';
import { accessConfig } from '#src/access/access-config.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { makeLog } from '#src/edges/log/make-log.ts';
import { makeSlack } from '#src/edges/slack/client/make-slack.ts';
import { readStorePlace } from '#src/edges/store/store-place.ts';
import { Fault } from '#src/fault.ts';
import { incoming } from '#src/incoming.ts';
import { openOffice } from './open-office.ts';
import { readChannelBytes } from './read-channel-bytes.ts';
import { readBoardSettings } from './read-board-settings.ts';
import type { SlackPlace } from './start-office-thread.ts';
import type { FromOffice, ToOffice } from './office-messages.ts';
import { watchRelease } from './watch-release.ts';

if (parentPort === null) throw new Error('the office is to be started as a thread');
const port = parentPort;
const clock = () => new Date();
const tell = (message: FromOffice): void => port.postMessage(message);

/** What broke, in words that hold no data. */
const describe = (error: unknown): FromOffice => {
  const isFault = error instanceof Fault;
  return {
    kind: 'broken',
    code: isFault ? error.code : error instanceof Error ? error.name : 'unknown',
    message: isFault ? error.message : 'the office ended by itself',
  };
};

try {
  // `as`: the thread that starts this one gives nothing else.
  const place = workerData as SlackPlace;
  const { report } = makeLog(place.home);
  const access = await readConfig(place.configFile, 'access', accessConfig);
  const board = await readBoardSettings(place.configFile, process.env);
  const slack = makeSlack({ token: place.token, apiUrl: place.apiUrl, clock, report });
  const release = await watchRelease(place, report);
  const channelBytes = await readChannelBytes(place.configFile);
  const doors = { release, slack, access, board, clock, report, channelBytes };
  const storePlace = readStorePlace(place.home, process.env);
  const office = await openOffice(storePlace, doors, (error) => tell(describe(error)));
  port.on('message', (message: ToOffice) => {
    if (message.kind === 'stop')
      void office.stop().then(
        () => port.close(),
        (error: unknown) => tell(describe(error)),
      );
    else
      void office
        .take(incoming.parse(message.delivered), message.arrivedAt)
        .then((answer) => tell({ kind: 'taken', id: message.id, answer }));
  });
  tell({ kind: 'open', boardUrl: office.boardUrl });
} catch (error) {
  tell(describe(error));
}
