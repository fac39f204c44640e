import { App, ErrorCode, type Receiver } from '@slack/bolt';
import type { Office } from '#src/incoming.ts';
import { acknowledgeAll, type Acknowledging } from './acknowledge-all.ts';
import { isOurs, type Identity } from './is-ours.ts';
import { listen } from './listen.ts';
import { makeQuietLogger } from './quiet-logger.ts';
import type { Tell } from './tell.ts';

const notAuthorized: string = ErrorCode.AuthorizationError;

/** What the app is made of. `fetch`: reaches `response_url`. `mostTakes`: deliveries at the office at one time; `formMs`: how long a form waits for it. */
export type AppOptions = {
  readonly receiver: Receiver;
  readonly identity: Identity;
  readonly office: Office;
  readonly tell: Tell;
  readonly fetch: typeof globalThis.fetch;
  readonly mostTakes: number;
  readonly formMs: number;
};

/**
 * Bolt's app over a receiver. Each delivery is acknowledged at once, but a form, which waits a little for its answer. With the office full,
 * people are told so. What is not for this app in this workspace, or not as Slack documents it, is acknowledged and reported, never taken. It holds no token.
 */
export function makeApp({ receiver, identity, tell, fetch, ...how }: AppOptions): Acknowledging {
  const app = new App({
    receiver,
    logger: makeQuietLogger(tell),
    convoStore: false,
    clientOptions: { fetch, allowAbsoluteUrls: false },
    authorize: async (_source, body) => {
      if (!isOurs(body, identity)) throw new Error('not ours');
      return { botId: identity.bot, botUserId: identity.user, teamId: identity.team };
    },
  });
  app.error(async ({ code }) =>
    code === notAuthorized
      ? tell('not_ours', 'a delivery for another workspace or app was refused')
      : tell('listener_failed', 'a delivery was not worked on'),
  );
  listen(app, { tell, ...how });
  return acknowledgeAll(app, tell);
}
