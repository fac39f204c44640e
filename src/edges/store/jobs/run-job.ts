import type { Job } from 'pg-boss';
import type { JobKind } from '#src/state/jobs.ts';
import { jobData } from './job-data.ts';

/** Runs one try of a job. Throws what the kind throws. `stopping`: aborted where this process is to stop. */
export async function runJob(
  kind: JobKind<unknown>,
  job: Job,
  stopping: AbortSignal,
): Promise<void> {
  const { key, dueAt, input } = jobData.parse(job.data);
  await kind.run({
    id: job.id,
    key,
    data: kind.data.parse(input),
    attempt: job.retryCount + 1,
    dueAt: dueAt === undefined ? undefined : new Date(dueAt),
    signal: AbortSignal.any([job.signal, stopping]),
  });
}
