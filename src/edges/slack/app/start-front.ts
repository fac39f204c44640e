import type { Fault } from '#src/fault.ts';
import type { Office } from '#src/incoming.ts';
import { slackUrl } from '../client/slack-url.ts';
import { makeBoundedFetch } from './bounded-fetch.ts';
import { makeHttpReceiver, type HttpFront } from './http-receiver.ts';
import type { Identity } from './is-ours.ts';
import { makeApp } from './make-app.ts';
import { readIdentity } from './read-identity.ts';
import { makeSocketReceiver, type SocketFront } from './socket-receiver.ts';
import { makeTell, type Tell } from './tell.ts';
import { withinTime } from '#src/within-time.ts';

/** How deliveries arrive: Slack calls an address, or the bot holds connections open. */
export type FrontMode =
  | {
      readonly kind: 'http';
      readonly signingSecret: string;
      readonly host: string;
      readonly port: number;
    }
  | { readonly kind: 'socket'; readonly appToken: string };

/** `apiUrl`: another Slack than slack.com. `identity`: where it is known; else Slack is asked. `limits`: others than the usual ones. */
export type FrontOptions = {
  readonly mode: FrontMode;
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly identity?: Identity;
  readonly office: Office;
  readonly report: (fault: Fault) => unknown;
  readonly limits?: Partial<FrontLimits>;
};

/**
 * `mostTakes`: deliveries at the office at one time; `formMs`: how long a form waits for its answer, below Slack's three seconds. `drainMs`: see `HttpOptions`.
 */
export type FrontLimits = {
  readonly mostTakes: number;
  readonly formMs: number;
  readonly drainMs: number;
};

/** What stands between Slack and the office. `url`: where it listens, without a path; none over Socket Mode. */
export type Front = { readonly url: string | undefined; readonly stop: () => Promise<void> };

const usual: FrontLimits = {
  mostTakes: 200,
  formMs: 2400,
  drainMs: 0,
};
const settleMs = 3000;

/**
 * Starts to take deliveries from Slack. `stop` takes no more of them, lets those that have arrived be acknowledged, and resolves within ten seconds; what the office was
 * given by then is the office's. Throws `SlackFault` and `ConfigFault`.
 */
export async function startFront(options: FrontOptions): Promise<Front> {
  const { mode, token, apiUrl = slackUrl, office } = options;
  const limits = { ...usual, ...options.limits };
  const tell = makeTell(options.report, clock);
  const identity = options.identity ?? (await readIdentity(token, apiUrl));
  const receiver = makeReceiver(mode, { ...limits, apiUrl, tell });
  const fetch = makeBoundedFetch(apiUrl);
  const { settled } = makeApp({ receiver, identity, office, tell, fetch, ...limits });
  const url = await receiver.start();
  return {
    url,
    stop: async () => {
      // A connection brings the acknowledgement back, so it is closed last; a server closes after what it owes.
      if (mode.kind === 'socket') await withinTime(settled(), settleMs, undefined);
      await receiver.stop();
    },
  };
}

const clock = () => new Date();

function makeReceiver(
  mode: FrontMode,
  how: FrontLimits & { readonly apiUrl: string; readonly tell: Tell },
): HttpFront | SocketFront {
  switch (mode.kind) {
    case 'http':
      return makeHttpReceiver({ ...how, ...mode, clock });
    case 'socket':
      return makeSocketReceiver({ ...how, ...mode, clock });
    default:
      return mode satisfies never;
  }
}
