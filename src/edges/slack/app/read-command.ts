import { z } from 'zod';
import { incoming, type Incoming } from '#src/incoming.ts';
import { cutText } from './cut-text.ts';

/** Source: https://docs.slack.dev/interactivity/implementing-slash-commands. */
const slashCommand = z
  .object({
    trigger_id: z.string().min(1),
    user_id: z.string(),
    channel_id: z.string(),
    text: z.string().default(''),
    response_url: z.string(),
  })
  .transform(
    ({ trigger_id, user_id, channel_id, text, response_url }): z.input<typeof incoming> => ({
      kind: 'command',
      key: `command:${trigger_id}`,
      user: user_id,
      channel: channel_id,
      text: cutText(text),
      trigger: trigger_id,
      responseUrl: response_url,
    }),
  )
  .pipe(incoming);

/** A typed command; undefined where it is not as Slack documents it. Its text stays as Slack escaped it. */
export const readCommand = (body: unknown): Incoming | undefined =>
  slashCommand.safeParse(body).data;
