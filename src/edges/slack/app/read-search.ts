import { z } from 'zod';
import { incoming, type Incoming } from '#src/incoming.ts';

/** Source: https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload. */
const blockSuggestion = z
  .object({
    user: z.object({ id: z.string() }),
    action_id: z.string(),
    value: z.string(),
    view: z.object({ id: z.string().min(1).max(100), private_metadata: z.string() }),
  })
  .transform(({ user, action_id, value, view }): z.input<typeof incoming> => ({
    kind: 'search',
    key: `search:${view.id}:${action_id}`.slice(0, 255),
    user: user.id,
    state: view.private_metadata,
    query: value.slice(0, longest),
  }))
  .pipe(incoming);

/** More than any name. */
const longest = 300;

/** What somebody types in a menu of places; undefined where it is not as Slack documents it. */
export const readSearch = (body: unknown): Incoming | undefined =>
  blockSuggestion.safeParse(body).data;
