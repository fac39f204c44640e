import { z } from 'zod';
import type { JobWithMetadata } from 'pg-boss';
import { jobNoticeOf } from '#src/state/notice.ts';
import type { Store } from '#src/state/store.ts';
import { jobData } from './job-data.ts';

const failure = z.object({ message: z.string() }).catch({ message: 'lost' });

/** Puts the notice to the owner of a dead job into the outbox: once, however often this runs. Throws `StoreFault`. */
export async function tellOwner(
  store: Pick<Store, 'change'>,
  dead: JobWithMetadata,
  now: Date,
): Promise<void> {
  const { key, owner } = jobData.parse(dead.data);
  const body = {
    kind: 'jobFailed',
    job: { id: dead.sourceId ?? dead.id, kind: dead.sourceName ?? '', key },
    attempts: (dead.sourceRetryCount ?? 0) + 1,
    reason: failure.parse(dead.sourceOutput).message,
  } as const;
  await store.change(({ outbox }) =>
    outbox.put(jobNoticeOf(body, owner, now), {
      actor: { kind: 'program', name: 'jobs' },
      reason: body.reason,
    }),
  );
}
