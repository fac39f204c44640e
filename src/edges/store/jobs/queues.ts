import type { PgBoss, QueueOptions } from 'pg-boss';
import type { JobKind } from '#src/state/jobs.ts';
import type { Pace } from './pace.ts';

/** Where jobs go that have failed for the last time. No kind has such a name: it has a dot. */
export const deadQueue = 'mobility.dead';

/** Where each schedule has one job that waits for its next time. */
export const tickQueue = 'mobility.tick';

const daySeconds = 86_400;
const yearSeconds = 366 * daySeconds;

/** Our own two must never be given up: they are tried each minute, for longer than anybody waits. A dead letter would not keep a longest wait. */
const endless: QueueOptions = {
  retryLimit: 1_000_000,
  retryDelay: 60,
  expireInSeconds: 60,
  // A schedule may wait for 29 February.
  retentionSeconds: 10 * yearSeconds,
  deleteAfterSeconds: daySeconds,
};

/** Makes the queues of these kinds, or gives those that are there these settings. */
export async function makeQueues(
  boss: PgBoss,
  kinds: readonly JobKind<unknown>[],
  pace: Pace,
): Promise<void> {
  for (const name of [deadQueue, tickQueue]) await makeQueue(boss, name, 'standard', endless);
  for (const { name, patience } of kinds)
    await makeQueue(boss, name, 'exclusive', {
      retryLimit: patience.attempts - 1,
      retryDelay: patience.firstDelaySeconds,
      retryBackoff: true,
      retryDelayMax: patience.longestDelaySeconds,
      expireInSeconds: patience.runSeconds,
      heartbeatSeconds: pace.heartbeatSeconds,
      retentionSeconds: yearSeconds,
      deadLetter: deadQueue,
    });
}

async function makeQueue(
  boss: PgBoss,
  name: string,
  policy: 'standard' | 'exclusive',
  options: QueueOptions & { readonly deadLetter?: string },
): Promise<void> {
  await boss.createQueue(name, { policy, ...options });
  await boss.updateQueue(name, options);
}
