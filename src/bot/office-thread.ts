import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '#src/fault.ts';
import { incoming } from '#src/incoming.ts';
import { openOffice, type OfficePlace } from './open-office.ts';
import type { FromOffice, ToOffice } from './office-messages.ts';

if (parentPort === null) throw new Error('the office is to be started as a thread');
const port = parentPort;
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
  const office = await openOffice(workerData as OfficePlace, (error) => tell(describe(error)));
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
  tell({ kind: 'open' });
} catch (error) {
  tell(describe(error));
}
