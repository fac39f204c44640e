import { z } from 'zod';
import { incoming, type Incoming } from '#src/incoming.ts';

/** Source: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload. */
const messageAction = z
  .object({
    trigger_id: z.string().min(1),
    user: z.object({ id: z.string() }),
    channel: z.object({ id: z.string() }),
    message: z.object({ ts: z.string() }),
    response_url: z.string(),
  })
  .transform(({ trigger_id, user, channel, message, response_url }): z.input<typeof incoming> => ({
    kind: 'explain',
    key: `explain:${trigger_id}`,
    user: user.id,
    channel: channel.id,
    message: { ts: message.ts },
    responseUrl: response_url,
  }))
  .pipe(incoming);

/** The shortcut used on a message; undefined where it is not as Slack documents it. */
export const readExplain = (body: unknown): Incoming | undefined =>
  messageAction.safeParse(body).data;
