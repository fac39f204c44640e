import { z } from 'zod';
import { incoming, type Incoming } from '#src/incoming.ts';
import { cutText } from './cut-text.ts';
import { digest } from './digest.ts';

const field = z.object({ value: z.string().nullish() });
type Field = z.output<typeof field>;

/** Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload. */
const viewSubmission = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string().min(1).max(100),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), field)) }),
  }),
});

/**
 * A form that was sent; undefined where it is not as Slack documents it, or does not hold one field. Its key is of the view and what was typed: Slack's `hash`
 * is the same after an answer in the form, so a question mended there would be lost, and its `trigger_id` is another where somebody presses again because the
 * first answer never arrived.
 */
export function readSubmission(body: unknown): Incoming | undefined {
  const parsed = viewSubmission.safeParse(body).data;
  if (parsed === undefined) return undefined;
  const { user, view } = parsed;
  const [typed, ...others] = Object.values(view.state.values).flatMap(Object.values<Field>);
  if (typed === undefined || others.length > 0) return undefined;
  const question = cutText(typed.value ?? '');
  return incoming.safeParse({
    kind: 'submission',
    key: `submission:${view.id}:${digest(question)}`,
    user: user.id,
    state: view.private_metadata,
    question,
  }).data;
}
