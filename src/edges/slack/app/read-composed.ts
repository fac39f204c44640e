import { z } from 'zod';
import { incoming, type Incoming } from '#src/incoming.ts';
import { digest } from './digest.ts';
import { filledFields } from './read-fields.ts';

/** Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload. */
const viewSubmission = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string().min(1).max(100),
    private_metadata: z.string(),
    state: z.object({ values: filledFields }),
  }),
});

/** A form in which a question was put together, as it was sent; undefined where it is not as Slack documents it. For its key see `readSubmission`. */
export function readComposed(body: unknown): Incoming | undefined {
  const parsed = viewSubmission.safeParse(body).data;
  if (parsed === undefined) return undefined;
  const { user, view } = parsed;
  const fields = view.state.values;
  return incoming.safeParse({
    kind: 'composed',
    key: `submission:${view.id}:${digest(JSON.stringify(fields))}`,
    user: user.id,
    state: view.private_metadata,
    fields,
  }).data;
}
