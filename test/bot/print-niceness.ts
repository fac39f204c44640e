import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { favourFront } from '#src/bot/favour-front.ts';

// A program of three threads and a pool: the second, which answers, starts the third when it is told to. It prints how far each stands back, the first one first.
const self = new URL(import.meta.url);

/** The sixteenth number after the name, which may hold blanks. */
const nicenessOf = (thread: number): number =>
  Number(
    readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
      .replace(/^.*\) /u, '')
      .split(' ')[16],
  );

if (parentPort === null) {
  await stat('.');
  const second = new Worker(self, { workerData: 'second' });
  await once(second, 'message');
  favourFront();
  second.postMessage('start the third');
  await once(second, 'message');
  const threads = readdirSync('/proc/self/task').map(Number);
  const niceness = threads.toSorted((a, b) => a - b).map(nicenessOf);
  process.stdout.write(JSON.stringify(niceness), () => process.exit());
} else {
  const port = parentPort;
  port.once('message', () => {
    new Worker(self, { workerData: 'third' }).once('message', () => port.postMessage('started'));
  });
  port.postMessage(workerData);
}
