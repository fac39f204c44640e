import type { PgBoss } from 'pg-boss';
import type { JobData } from './job-data.ts';

/** Queues a job. False: one of that kind and key is queued or running, or one of that `id` was known already. */
export async function sendJob(
  boss: PgBoss,
  kind: string,
  data: JobData,
  options: { readonly id?: string } = {},
): Promise<boolean> {
  return (await boss.send(kind, data, { ...options, singletonKey: data.key })) !== null;
}
