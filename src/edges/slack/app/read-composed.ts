import { z } from 'zod';
import { incoming } from '#src/incoming.ts';
import { digest } from './digest.ts';
import { filledFields } from './read-fields.ts';
import type { Submission } from './read-submission.ts';

/** Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload. */
const viewSubmission = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string().min(1).max(100),
    private_metadata: z.string(),
    state: z.object({ values: filledFields }),
  }),
});

/** What is wrong is shown under the first field. */
const block = 'place';

/** A form in which a question was put together, as it was sent; undefined where it is not as Slack documents it. For its key see `readSubmission`. */
export function readComposed(body: unknown): Submission | undefined {
  const parsed = viewSubmission.safeParse(body).data;
  if (parsed === undefined) return undefined;
  const { user, view } = parsed;
  const fields = view.state.values;
  const delivered = incoming.safeParse({
    kind: 'composed',
    key: `submission:${view.id}:${digest(JSON.stringify(fields))}`,
    user: user.id,
    state: view.private_metadata,
    fields,
  }).data;
  return delivered === undefined ? undefined : { delivered, block };
}
