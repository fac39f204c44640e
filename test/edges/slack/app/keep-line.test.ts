import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { keepLine } from '#src/edges/slack/app/keep-line.ts';
import type { Line } from '#src/edges/slack/app/open-line.ts';

/** Lines that each break as soon as they are open, or never. */
function makeLines({ breakAtOnce }: { breakAtOnce: boolean }) {
  const seen = { opened: 0, closed: 0 };
  const open = async (): Promise<Line> => {
    seen.opened += 1;
    return {
      leaving: breakAtOnce ? Promise.resolve() : new Promise(() => undefined),
      close: async () => {
        seen.closed += 1;
      },
    };
  };
  return { seen, open };
}

test('connections that break as soon as they are open are opened ever more seldom, each is closed, and a stop ends at once', async () => {
  const { seen, open } = makeLines({ breakAtOnce: true });
  const stopping = new AbortController();
  const clock = () => new Date();
  const kept = keepLine({ first: await open(), open, clock, signal: stopping.signal });
  await setTimeout(1100);
  // The first, another at once, then after 0.2 and 0.4 seconds; the next would come 0.8 later.
  expect(seen.opened).toBe(4);
  const began = performance.now();
  stopping.abort();
  await kept;
  expect(performance.now() - began).toBeLessThan(200);
  expect(seen).toEqual({ opened: 4, closed: 4 });
});

test('a connection that held is replaced at once when it breaks, however many broke before', async () => {
  let nowMs = 0;
  const stopping = new AbortController();
  const lines = Array.from({ length: 6 }, () => Promise.withResolvers<void>());
  let opened = 0;
  const open = async (): Promise<Line> => {
    opened += 1;
    return {
      leaving: lines[opened - 1]?.promise ?? Promise.resolve(),
      close: async () => undefined,
    };
  };
  const clock = () => new Date(nowMs);
  const kept = keepLine({ first: await open(), open, clock, signal: stopping.signal });
  for (const line of lines.slice(0, 5)) {
    nowMs += 60_000;
    line.resolve();
    await setTimeout(20);
  }
  expect(opened).toBe(6);
  stopping.abort();
  await kept;
});
