import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { FakeSlack } from './fake-slack.ts';
import { quiet } from './quiet-client.ts';

/** A real Bolt app of a fake's bot behind its real receiver, with the listeners that `listen` adds. Stop it. */
export async function startBoltApp(
  fake: FakeSlack,
  transport: 'http' | 'socket',
  listen: (app: App) => void,
): Promise<{ readonly stop: () => Promise<unknown> }> {
  const clientOptions = { slackApiUrl: fake.apiUrl, retryConfig: { retries: 0 } };
  const receiver =
    transport === 'http'
      ? new HTTPReceiver({ signingSecret: fake.signingSecret, logger: quiet })
      : new SocketModeReceiver({
          appToken: fake.appToken,
          logger: quiet,
          clientPingTimeout: 600,
          installerOptions: { clientOptions },
        });
  // Else it asks who it is while it starts, and fails unheard where it is stopped at once.
  const tokenVerificationEnabled = false;
  const app = new App({
    token: fake.botToken,
    receiver,
    clientOptions,
    logger: quiet,
    tokenVerificationEnabled,
  });
  listen(app);
  const server = await app.start(0);
  if (receiver instanceof HTTPReceiver) {
    const address = 'address' in server ? server.address() : null;
    if (address === null || typeof address === 'string') throw new Error('no port');
    fake.connectHttp(`http://127.0.0.1:${address.port}/slack/events`);
  }
  return { stop: () => app.stop() };
}
