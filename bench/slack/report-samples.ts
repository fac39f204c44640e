import { existsSync, readFileSync } from 'node:fs';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';
import type { Sample } from './sample.ts';

// Loaded before the app into each of its threads. The first one reports for all; none keeps the app from ending.
const everyMs = 1000;
const schedule = '/proc/self/schedstat';
const channel = new BroadcastChannel('mobility-bench');

const ownCpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** In nanoseconds, the second of three. */
const ownWaitMs = (): number =>
  existsSync(schedule) ? Number(readFileSync(schedule, 'utf8').split(' ')[1]) / 1e6 : 0;

if (isMainThread) {
  let office = { heap: 0, cpuMs: 0 };
  channel.addEventListener('message', (event) => {
    // `as`: the other side of this file sends nothing else.
    if ('data' in event) office = event.data as typeof office;
  });
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
  setInterval(() => {
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const sample: Sample = {
      atMs: Date.now(),
      rss,
      heap: heapUsed,
      officeHeap: office.heap,
      cpuMs: (user + system) / 1000,
      frontCpuMs: ownCpuMs(),
      frontWaitMs: ownWaitMs(),
      officeCpuMs: office.cpuMs,
    };
    if (process.connected) process.send?.(sample);
  }, everyMs).unref();
} else
  setInterval(() => {
    channel.postMessage({ heap: process.memoryUsage().heapUsed, cpuMs: ownCpuMs() });
  }, everyMs).unref();
channel.unref();
