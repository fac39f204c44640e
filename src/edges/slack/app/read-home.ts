import { z } from 'zod';
import { incoming, type Incoming } from '#src/incoming.ts';

/** Source: https://docs.slack.dev/reference/events/app_home_opened. */
const homeOpened = z
  .object({ event_id: z.string().min(1), event: z.object({ user: z.string() }) })
  .transform(({ event_id, event }): z.input<typeof incoming> => ({
    kind: 'home',
    key: `home:${event_id}`,
    user: event.user,
  }))
  .pipe(incoming);

/** Somebody who opened the bot's page; undefined where the event is not as Slack documents it. */
export const readHome = (body: unknown): Incoming | undefined => homeOpened.safeParse(body).data;
