import type { FrontMode } from '#src/edges/slack/app/start-front.ts';
import { Fault } from '#src/fault.ts';

/** What the environment says of Slack. `apiUrl`: another than slack.com's, such as GovSlack's. */
export type BotSettings = {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly mode: FrontMode;
};

type Env = Readonly<Record<string, string | undefined>>;

const usualPort = 3000;

/**
 * Reads `SLACK_BOT_TOKEN`, `SLACK_APP_TOKEN` (Socket Mode) or `SLACK_SIGNING_SECRET` (HTTP, on `HOST` and `PORT`), and `SLACK_API_URL`. With an app token it is Socket
 * Mode. Throws `ConfigFault`, which names what is missing and never repeats a value.
 */
export function readBotSettings(env: Env): BotSettings {
  const token = needed(env, 'SLACK_BOT_TOKEN', /^xoxb-/u, 'the bot token, which begins with xoxb-');
  return { token, apiUrl: readApiUrl(env), mode: readMode(env) };
}

function readMode(env: Env): FrontMode {
  if (env['SLACK_APP_TOKEN']) {
    const what = 'the token for Socket Mode, which begins with xapp-';
    return { kind: 'socket', appToken: needed(env, 'SLACK_APP_TOKEN', /^xapp-/u, what) };
  }
  const signingSecret = needed(
    env,
    'SLACK_SIGNING_SECRET',
    /^\S{8,}$/u,
    'the signing secret of the app, or set SLACK_APP_TOKEN for Socket Mode',
  );
  return { kind: 'http', signingSecret, host: env['HOST'] || '0.0.0.0', port: readPort(env) };
}

/** Whether the environment says anything of Slack. */
export const isSlackSet = (env: Env): boolean =>
  ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].some((name) => env[name]);

/** `PORT`. Throws `ConfigFault`. */
export function readPort(env: Env): number {
  const port = Number(env['PORT'] || usualPort);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Fault('ConfigFault', 'badSetting', 'PORT is no port: set it to a number such as 3000');
}

function readApiUrl(env: Env): string | undefined {
  const given = env['SLACK_API_URL'];
  if (!given) return undefined;
  const url = URL.parse(given);
  const isLoopback = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback))
    return url.href.endsWith('/') ? url.href : `${url.href}/`;
  throw new Fault(
    'ConfigFault',
    'badSetting',
    'SLACK_API_URL is no https address: leave it out, or set it to one such as https://slack-gov.com/api/',
  );
}

function needed(env: Env, name: string, shape: RegExp, what: string): string {
  const value = env[name];
  if (value !== undefined && shape.test(value)) return value;
  const problem = value ? 'does not look right' : 'is not set';
  throw new Fault('ConfigFault', 'badSetting', `${name} ${problem}: it is ${what}`);
}
