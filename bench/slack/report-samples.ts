import { BroadcastChannel, isMainThread } from 'node:worker_threads';
import type { Sample } from './sample.ts';

// Loaded before the app into each of its threads. The first one reports for all; none keeps the app from ending.
const everyMs = 1000;
const channel = new BroadcastChannel('mobility-bench');
const ownCpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

if (isMainThread) {
  let office = { heap: 0, cpuMs: 0 };
  // `as`: the other side of this file sends nothing else.
  channel.onmessage = ({ data }) => (office = data as typeof office);
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
      officeCpuMs: office.cpuMs,
    };
    if (process.connected) process.send?.(sample);
  }, everyMs).unref();
} else
  setInterval(() => {
    channel.postMessage({ heap: process.memoryUsage().heapUsed, cpuMs: ownCpuMs() });
  }, everyMs).unref();
channel.unref();
