import { z } from 'zod';
import { incoming, type Incoming } from '#src/incoming.ts';
import { isAction } from './names.ts';
import { filledFields } from './read-fields.ts';

/** Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload. */
const blockActions = z
  .object({
    trigger_id: z.string().min(1),
    user: z.object({ id: z.string() }),
    container: z.object({ type: z.literal('view') }),
    view: z.object({
      id: z.string().min(1).max(100),
      hash: z.string(),
      private_metadata: z.string(),
      state: z.object({ values: filledFields }),
    }),
    actions: z.tuple([z.object({ action_id: z.string().regex(isAction) })]),
  })
  .transform(({ trigger_id, user, view }): z.input<typeof incoming> => ({
    kind: 'edit',
    key: `edit:${trigger_id}`,
    user: user.id,
    state: view.private_metadata,
    fields: view.state.values,
    view: { id: view.id, hash: view.hash },
  }))
  .pipe(incoming);

/** Something that was filled in; undefined where it is not as Slack documents it. */
export const readEdit = (body: unknown): Incoming | undefined => blockActions.safeParse(body).data;

const inView = z.object({ container: z.object({ type: z.literal('view') }) });

/** Whether something was worked in a form or a page, rather than under a message. */
export const isInView = (body: unknown): boolean => inView.safeParse(body).success;
