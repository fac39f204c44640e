import { setTimeout } from 'node:timers/promises';
import { attempt, type Attempt } from './attempt.ts';
import { slackFault } from './slack-fault.ts';

/** A pause before each new try. */
const pausesMs = [200, 800];
/** Slack may ask for a longer pause, up to this; above it the asker is not kept waiting. */
const longestPauseMs = 3000;

/**
 * Makes a request that may be made twice without harm: a read, or a deletion. It is tried again at most twice, only where that may help, and not once `signal`
 * says stop. Never rejects.
 */
export async function tryAgain<T>(
  signal: AbortSignal,
  request: () => Promise<T>,
): Promise<Attempt<T>> {
  for (const pauseMs of pausesMs) {
    const tried = await attempt(request);
    const waitMs = findWaitMs(tried, pauseMs);
    if (waitMs === undefined) return tried;
    await setTimeout(waitMs);
    if (signal.aborted) return tried;
  }
  return attempt(request);
}

/** Undefined: it is done, or must not be tried again now. */
function findWaitMs(tried: Attempt<unknown>, pauseMs: number): number | undefined {
  if (tried.kind === 'done') return undefined;
  const { retryable, retryAfterMs = pauseMs } = slackFault('', tried.failure);
  return retryable && retryAfterMs <= longestPauseMs ? retryAfterMs : undefined;
}
