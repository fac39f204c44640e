import { parentPort, workerData } from 'node:worker_threads';
import type { FromOffice, ToOffice } from '#src/bot/office-messages.ts';

// An office of a test: it takes help, ends over anything else, and does not start where there is no token.

const tell = (message: FromOffice): void => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToOffice) => {
  if (message.kind === 'stop') return parentPort?.close();
  const { id, delivered } = message;
  if (delivered.kind !== 'submission') throw new Error('an office that ends');
  tell({ kind: 'taken', id, answer: { kind: 'wrong', message: delivered.question } });
});
tell(
  workerData.token === ''
    ? { kind: 'broken', code: 'noToken', message: 'there is no token' }
    : { kind: 'open', boardUrl: 'http://127.0.0.1:8080/board' },
);
