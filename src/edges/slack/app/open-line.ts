import { SocketModeReceiver, type App } from '@slack/bolt';
import { readFailure } from '../client/failure.ts';
import { slackFault } from '../client/slack-fault.ts';
import { onGoodbye } from './on-goodbye.ts';
import { makeQuietLogger } from './quiet-logger.ts';
import type { Tell } from './tell.ts';
import { withinTime } from '#src/within-time.ts';

/** One connection to Slack. `leaving`: resolves when it is, or is about to be, closed; until it is closed it still brings deliveries. `close` ends within two seconds. */
export type Line = { readonly leaving: Promise<void>; readonly close: () => Promise<void> };

export type LineOptions = {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly tell: Tell;
};

const requestMs = 10_000;
const openMs = 20_000;
const closeMs = 2000;

/** Opens a connection that brings deliveries to an app, by Bolt's receiver. Once closed it is not opened again. Throws `SlackFault`. */
export async function openLine(app: App, { appToken, apiUrl, tell }: LineOptions): Promise<Line> {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: makeQuietLogger(tell),
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: requestMs,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        allowAbsoluteUrls: false,
      },
    },
  });
  receiver.init(app);
  const leaving = Promise.withResolvers<void>();
  onGoodbye(receiver.client, () => leaving.resolve());
  receiver.client.on('disconnected', () => leaving.resolve());
  const close = async (): Promise<void> => {
    const closed = receiver.client.disconnect().then(() => true);
    // Asked again while it waits for Slack to agree, the client stops waiting.
    if (!(await withinTime(closed, closeMs, false))) await receiver.client.disconnect();
  };
  const opened = receiver.start().then(
    () => undefined,
    (error: unknown) => readFailure(error),
  );
  const failure = await withinTime(opened, openMs, { kind: 'timeout' });
  if (failure === undefined) return { leaving: leaving.promise, close };
  await close();
  throw slackFault('apps.connections.open', failure);
}
