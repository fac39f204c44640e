import { z } from 'zod';
import { messageKind, type Claim, type NewMessage } from './message.ts';

/** What happened, and what to do: plain text for the owner. */
const words = z.strictObject({ message: z.string(), next: z.string() });

export type NoticeWords = Readonly<z.output<typeof words>>;

/** A message will never be posted, or nobody can tell whether it was. */
const messageNotice = z.strictObject({
  kind: z.enum(['refused', 'unknown']),
  message: z.strictObject({ key: z.string(), kind: messageKind, channel: z.string() }),
  reason: z.string(),
  refusal: words.optional(),
});

type MessageNotice = Readonly<z.output<typeof messageNotice>>;

/** A job has failed for the last time. */
const jobNotice = z.strictObject({
  kind: z.literal('jobFailed'),
  job: z.strictObject({ id: z.string(), kind: z.string(), key: z.string() }),
  attempts: z.int().positive(),
  reason: z.string(),
});

type JobNotice = Readonly<z.output<typeof jobNotice>>;

/** Something to tell a person that could not be told at once. `channel`: where they were when it happened. */
const wordsNotice = words.extend({
  kind: z.literal('words'),
  channel: z.string().optional(),
});

/** What a notice tells, as the body of a message; its words are the sender's. `reason`: a short code. */
export const notice = z.discriminatedUnion('kind', [messageNotice, jobNotice, wordsNotice]);
export type Notice = Readonly<z.output<typeof notice>>;

type Happened = Pick<MessageNotice, 'kind' | 'reason'> & { readonly refusal?: NoticeWords };

/**
 * The notice to the owner of a message that ended badly; undefined for a notice, which has none of its own: one that fails would never end.
 * Its key holds the lease under which the message ended: one that is sent again and fails again is told again.
 */
export function noticeOf(
  { key, kind, channel, owner, lease }: Claim,
  { kind: happened, reason, refusal }: Happened,
  due: Date,
): NewMessage | undefined {
  if (kind === 'notice') return undefined;
  const body: MessageNotice = {
    kind: happened,
    message: { key, kind, channel },
    reason,
    // Whoever refuses may know more than the two.
    ...(refusal === undefined ? {} : { refusal: { message: refusal.message, next: refusal.next } }),
  };
  return {
    key: `notice:${happened}:${key}:${lease}`,
    kind: 'notice',
    channel: owner,
    owner,
    body,
    due,
  };
}

/** The notice to the owner of a job that has failed for the last time. Its key is the job's, so that it is told once. */
export function jobNoticeOf(body: JobNotice, owner: string, due: Date): NewMessage {
  return { key: `notice:job:${body.job.id}`, kind: 'notice', channel: owner, owner, body, due };
}
