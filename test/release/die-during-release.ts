import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { releaseInvented } from './release-invented.ts';

/** Waits in a thread of its own, so that the process dies wherever it is then. */
const timer = `
const { workerData } = require('node:worker_threads');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, workerData);
process.kill(process.pid, 'SIGKILL');
`;

// Run as a process of its own: releases the data of a folder and is killed the moment a step begins ("writing 0"), or after so many milliseconds.
const [folder = '', step = ''] = process.argv.slice(2);
const afterMs = Number(step);
if (afterMs > 0) {
  const worker = new Worker(timer, { eval: true, workerData: afterMs });
  await new Promise((resolve) => worker.once('online', resolve));
}
const started = performance.now();
const { file } = await releaseInvented(folder, {
  onProgress: (stage, done) => {
    if (`${stage} ${done}` === step) process.kill(process.pid, 'SIGKILL');
  },
});
const durationMs = Math.round(performance.now() - started);
process.stdout.write(JSON.stringify({ file: basename(file), durationMs }));
// The thread that waits would keep the process alive.
process.exit(0);
