import { z } from 'zod';
import { incoming, type Incoming } from '#src/incoming.ts';
import { actionPrefix, isAction } from './names.ts';

/** Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload. */
const blockActions = z
  .object({
    trigger_id: z.string().min(1),
    user: z.object({ id: z.string() }),
    channel: z.object({ id: z.string() }),
    response_url: z.string(),
    container: z.object({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    }),
    message: z.object({ thread_ts: z.string().optional() }).optional(),
    actions: z.tuple([
      z.object({ action_id: z.string().regex(isAction), value: z.string().default('') }),
    ]),
  })
  .transform(
    ({
      trigger_id,
      user,
      channel,
      response_url,
      container,
      message,
      actions,
    }): z.input<typeof incoming> => {
      const ts = container.is_ephemeral === true ? undefined : container.message_ts;
      const thread = container.thread_ts ?? message?.thread_ts;
      const [{ action_id, value }] = actions;
      return {
        kind: 'press',
        key: `press:${trigger_id}`,
        user: user.id,
        channel: channel.id,
        action: action_id.slice(actionPrefix.length),
        value,
        trigger: trigger_id,
        responseUrl: response_url,
        ...(ts === undefined
          ? {}
          : { message: { ts, ...(thread === undefined ? {} : { thread }) } }),
      };
    },
  )
  .pipe(incoming);

/** A pressed button of a message; undefined where it is not as Slack documents it. */
export const readPress = (body: unknown): Incoming | undefined => blockActions.safeParse(body).data;
