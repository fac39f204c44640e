import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Line } from './open-line.ts';

/** How long a connection outlives the one that replaces it: longer than any acknowledgement it may still owe. */
const overlapMs = 3000;
/** A connection that held this long was a good one. */
const steadyMs = 10_000;

/** `first`: a connection that is open already. `signal`: says stop. */
type Kept = {
  readonly first: Line;
  readonly open: () => Promise<Line>;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
};

/**
 * Keeps a connection open until told to stop, and then closes it. Where one is about to be closed the next is opened before, so that nothing is lost between them; where
 * one breaks the next is opened at once, and tried ever more seldom, up to every thirty seconds, for as long as it takes. Never rejects.
 */
export async function keepLine({ first, open, clock, signal }: Kept): Promise<void> {
  const closing: Promise<void>[] = [];
  let line: Line | undefined = first;
  let tries = 0;
  while (line !== undefined) {
    const last: Line = line;
    const since = clock().getTime();
    await Promise.race([last.leaving, aborted(signal)]);
    if (clock().getTime() - since > steadyMs) tries = 0;
    line = undefined;
    while (line === undefined && !signal.aborted) {
      await pause(pauseMs(tries), signal);
      tries += 1;
      if (!signal.aborted) line = await open().catch(() => undefined);
    }
    closing.push(closeLater(last, signal));
  }
  await Promise.all(closing);
}

const pauseMs = (tries: number): number =>
  tries === 0 ? 0 : Math.min(100 * 2 ** Math.min(tries, 10), 30_000);

async function closeLater(line: Line, signal: AbortSignal): Promise<void> {
  await pause(overlapMs, signal);
  await line.close();
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);

const aborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort');
};
