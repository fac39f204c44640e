import type { RequestListener } from 'node:http';
import { type App, HTTPReceiver } from '@slack/bolt';
import { guardRequests } from './guard-requests.ts';
import { listenOn, type Listening } from './listen-on.ts';
import { eventsPath } from './names.ts';
import { makeQuietLogger } from './quiet-logger.ts';
import type { Tell } from './tell.ts';

/** Where it listens: `port` 0 is any free one. `drainMs`: how long a stop still listens and answers its health check with 503, for a balancer to notice. */
export type HttpOptions = {
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
  readonly drainMs: number;
  readonly tell: Tell;
  readonly clock: () => Date;
};

/** A receiver that listens. `start` gives its address and throws `ConfigFault` where the port cannot be had. */
export type HttpFront = {
  readonly init: (app: App) => void;
  readonly start: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** Bolt's receiver over HTTP behind a server of ours: `POST /slack/events` for Slack, `GET /healthz` for whoever watches the bot, nothing else. */
export function makeHttpReceiver(options: HttpOptions): HttpFront {
  const { signingSecret, tell } = options;
  const bolt = new HTTPReceiver({
    signingSecret,
    endpoints: eventsPath,
    logger: makeQuietLogger(tell),
    unhandledRequestTimeoutMillis: 2900,
  });
  let listening: Listening | undefined;
  const isStopping = () => listening?.isStopping() ?? false;
  const answer: RequestListener = guardRequests(bolt.requestListener, { ...options, isStopping });
  return {
    init: (app: App) => bolt.init(app),
    start: async () => {
      listening = await listenOn(options, answer);
      return listening.url;
    },
    stop: async () => listening?.stop(),
  };
}
