import { expect, test } from 'vitest';
import { makeBell } from '#src/bot/make-bell.ts';

const long = 60_000;

test('a ring wakes everybody who waits', async () => {
  const bell = makeBell();
  const waits = Promise.all([bell.wait(long), bell.wait(long)]);
  bell.ring();
  await waits;
});

test('a ring that nobody waited for wakes the next who does, once', async () => {
  const bell = makeBell();
  bell.ring();
  await bell.wait(long);
  let isOver = false;
  const next = bell.wait(30).then(() => (isOver = true));
  await Promise.resolve();
  expect(isOver).toBe(false);
  await next;
});

test('a stop ends a wait, and none begins after it', async () => {
  const bell = makeBell();
  const stop = new AbortController();
  const waits = bell.wait(long, stop.signal);
  stop.abort();
  await waits;
  await bell.wait(long, stop.signal);
});

test('a wait ends by itself', async () => {
  const started = performance.now();
  await makeBell().wait(20);
  expect(performance.now() - started).toBeGreaterThan(10);
});
