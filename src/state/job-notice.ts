import { z } from 'zod';
import type { NewMessage } from './message.ts';

/** What tells an owner that a job has failed for the last time, as the body of a message. `reason`: a short code. */
export const jobNotice = z.strictObject({
  kind: z.literal('jobFailed'),
  job: z.strictObject({ id: z.string(), kind: z.string(), key: z.string() }),
  attempts: z.int().positive(),
  reason: z.string(),
});

export type JobNotice = Readonly<z.output<typeof jobNotice>>;

/** The notice to the owner of a job that has failed for the last time. Its key is the job's, so that it is told once. */
export function jobNoticeOf(body: JobNotice, owner: string, due: Date): NewMessage {
  return { key: `notice:job:${body.job.id}`, kind: 'notice', channel: owner, owner, body, due };
}
