import { mkdir } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goldenNames, readQuestion } from '#test/asks/golden-ask.ts';
import { makeHome } from './make-home.ts';
import { printAcknowledgements, printAnswers, printSamples, printWords } from './print-slack.ts';
import type { Sent } from './send-open-loop.ts';
import { load, settle, type Side } from './side.ts';
import { startApp } from './start-app.ts';
import { startFake, type Fake } from './start-fake.ts';

/** `release`: makes a release in the folder `home` of a folder. `seconds`: how long each is loaded; a minute counts, less shows that it works. */
export type SlackBench = {
  readonly folder: string;
  readonly project: string;
  readonly seconds: number;
  readonly release: (folder: string) => Promise<unknown>;
};

const turns = 6;
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const printLoad = (when: string): void =>
  print(
    `load average ${when}: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  );

/** The bot in Slack under load, beside an app on bare Bolt: acknowledgements, answers, memory. `seconds` for each in a row, then in turns, then at Slack's pace. */
export async function benchSlack(bench: SlackBench): Promise<void> {
  const questions = await Promise.all(
    goldenNames()
      .filter((name) => !name.startsWith('refused-'))
      .map(readQuestion),
  );
  await besideEcho(bench, questions);
  await atSlacksPace(bench, questions);
}

/** What was started, stopped again in the end whatever happens. */
type Stops = (() => Promise<unknown>)[];

async function withStops(work: (stops: Stops) => Promise<void>): Promise<void> {
  const stops: Stops = [];
  try {
    await work(stops);
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

const slackEnv = ({ token, signingSecret, apiUrl }: Fake) => ({
  SLACK_BOT_TOKEN: token,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_APP_TOKEN: '',
  SLACK_API_URL: apiUrl,
});

async function openEcho(folder: string, stops: Stops): Promise<Side> {
  const fake = await startFake('none');
  stops.push(fake.stop);
  const file = new URL('./echo-app.ts', import.meta.url);
  const app = await startApp({ file, args: [], folder, env: slackEnv(fake) });
  stops.push(app.stop);
  return { fake, app, sent: [] };
}

async function openBot(
  { folder, project, release }: SlackBench,
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

async function besideEcho(bench: SlackBench, questions: readonly string[]): Promise<void> {
  const { folder, seconds } = bench;
  await withStops(async (stops) => {
    const echo = await openEcho(folder, stops);
    const bot = await openBot(bench, 'none', stops);
    const give = (side: Side, part: number) => load(side, questions, part);
    for (const side of [echo, bot]) await give(side, Math.min(10, seconds));
    await settle(bot);

    printLoad('before');
    const echoAlone = await give(echo, seconds);
    const began = Date.now();
    const botAlone = await give(bot, seconds);
    const ended = Date.now();
    printAcknowledgements('one after the other', echoAlone, botAlone);
    printLoad('after that');
    printAnswers('one after the other', botAlone, bot.sent, await settle(bot));

    const [echoTurns, botTurns]: [Sent[], Sent[]] = [[], []];
    for (let turn = 0; turn < turns; turn += 1) {
      echoTurns.push(...(await give(echo, seconds / turns)));
      botTurns.push(...(await give(bot, seconds / turns)));
    }
    printAcknowledgements('in turns, while answers are made', echoTurns, botTurns);
    printLoad('after that');
    const seen = await settle(bot);
    printAnswers('in turns', botTurns, bot.sent, seen);
    printWords(seen);
    const within = (from: number, to: number) =>
      bot.app.samples.filter(({ atMs }) => atMs >= from && atMs <= to);
    printSamples('one after the other', within(began, ended));
    printSamples('all the time', within(began, Date.now()));
    await printStop(bot);
  });
}

async function atSlacksPace(bench: SlackBench, questions: readonly string[]): Promise<void> {
  await withStops(async (stops) => {
    const bot = await openBot(bench, 'slack', stops);
    const round = await load(bot, questions, bench.seconds / 3);
    const seen = await settle(bot);
    printAnswers("at Slack's own pace", round, bot.sent, seen);
    printWords(seen);
    await printStop(bot);
  });
}

async function printStop({ app }: Side): Promise<void> {
  const hadEnded = app.hasEnded();
  const { code, durationMs } = await app.stop();
  print(
    `Mobility ${hadEnded ? 'had ended by itself' : 'was running'}; told to end, it ended with ${code} after ${(durationMs / 1000).toFixed(1)} s`,
  );
}
