import { z } from 'zod';
import { incoming, type Incoming } from '#src/incoming.ts';
import { isAction } from './names.ts';

/** Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload. */
const blockActions = z
  .object({
    trigger_id: z.string().min(1),
    user: z.object({ id: z.string() }),
    view: z.object({ type: z.literal('home') }),
    actions: z.tuple([
      z.object({ action_id: z.string().regex(isAction), value: z.string().default('') }),
    ]),
  })
  .transform(({ trigger_id, user, actions: [{ value }] }): z.input<typeof incoming> => ({
    kind: 'pagePress',
    key: `press:${trigger_id}`,
    user: user.id,
    value,
    trigger: trigger_id,
  }))
  .pipe(incoming);

/** A pressed button of the bot's page; undefined where it is not as Slack documents it. */
export const readPagePress = (body: unknown): Incoming | undefined =>
  blockActions.safeParse(body).data;

const onPage = z.object({ view: z.object({ type: z.literal('home') }) });

/** Whether something was worked on the bot's page. */
export const isOnPage = (body: unknown): boolean => onPage.safeParse(body).success;
