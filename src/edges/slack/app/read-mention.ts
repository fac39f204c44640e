import { z } from 'zod';
import { incoming, type Incoming } from '#src/incoming.ts';
import { cutText } from './cut-text.ts';

/** Source: https://docs.slack.dev/reference/events/app_mention. */
const appMention = z
  .object({
    event: z.object({
      user: z.string(),
      channel: z.string(),
      text: z.string(),
      ts: z.string().min(1),
      thread_ts: z.string().optional(),
    }),
  })
  .transform(({ event: { user, channel, text, ts, thread_ts } }): z.input<typeof incoming> => ({
    kind: 'mention',
    // Of the message, rather than of the event: one message is one question, however often it is told of.
    key: `mention:${channel}:${ts}`,
    user,
    channel,
    text: cutText(text),
    ts,
    ...(thread_ts === undefined ? {} : { thread: thread_ts }),
  }))
  .pipe(incoming);

/** A message that names the bot; undefined where it is not as Slack documents it. Its text stays as Slack escaped it. */
export const readMention = (body: unknown): Incoming | undefined => appMention.safeParse(body).data;

/** What Slack tells of a message besides that somebody wrote it; with a file or to the channel too, it is still a question. */
const notAsked = ['bot_message', 'message_changed', 'message_deleted', 'message_replied'] as const;

const passed = z.union([
  z.object({ event: z.object({ bot_id: z.string() }) }),
  z.object({ event: z.object({ edited: z.object({}) }) }),
  z.object({ event: z.object({ subtype: z.enum(notAsked) }) }),
]);

/** Whether a message is not somebody's question: a program wrote it, or it was changed after it was asked. */
export const isPassedOver = (body: unknown): boolean => passed.safeParse(body).success;
