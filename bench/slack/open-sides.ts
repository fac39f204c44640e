import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeHome } from './make-home.ts';
import type { Side } from './side.ts';
import { startApp } from './start-app.ts';
import { startFake, type Fake } from './start-fake.ts';

/** Where the bot runs. `folder`: an empty one. `release`: makes a release in the folder `home` of a folder. */
export type BotPlace = {
  readonly folder: string;
  readonly project: string;
  readonly release: (folder: string) => Promise<unknown>;
};

/** How to stop what was started, in the order in which it was. */
export type Stops = (() => Promise<unknown>)[];

const slackEnv = ({ token, signingSecret, apiUrl }: Fake) => ({
  SLACK_BOT_TOKEN: token,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_APP_TOKEN: '',
  SLACK_API_URL: apiUrl,
});

/** Starts an app on bare Bolt in a Slack of its own. */
export async function openEcho(folder: string, stops: Stops): Promise<Side> {
  const fake = await startFake('none');
  stops.push(fake.stop);
  const file = new URL('./echo-app.ts', import.meta.url);
  const app = await startApp({ file, args: [], folder, env: slackEnv(fake) });
  stops.push(app.stop);
  return { fake, app, sent: [] };
}

/** Starts the bot as it really runs, in a Slack of its own. `limits`: that Slack's. */
export async function openBot(
  { folder, project, release }: BotPlace,
  limits: 'slack' | 'none',
  stops: Stops,
): Promise<Side> {
  const fake = await startFake(limits);
  stops.push(fake.stop);
  const own = join(folder, limits);
  await mkdir(own);
  const { home, config } = await makeHome(own, { project, channels: fake.channels }, release);
  const file = pathToFileURL(join(project, 'src/main.ts'));
  const env = {
    ...slackEnv(fake),
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: '',
    MOBILITY_HOME: home,
    MOBILITY_CONFIG: config,
  };
  const app = await startApp({ file, args: ['start'], folder: own, env });
  stops.push(app.stop);
  return { fake, app, sent: [] };
}
