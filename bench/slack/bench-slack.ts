import { loadavg } from 'node:os';
import { goldenNames, readQuestion } from '#test/asks/golden-ask.ts';
import { openBot, openEcho, type BotPlace, type Stops } from './open-sides.ts';
import {
  printAcknowledgements,
  printAnswers,
  printMemory,
  printProcessor,
  printProcessorHeading,
  printSeen,
} from './print-slack.ts';
import type { Sample } from './sample.ts';
import type { Sent } from './send-open-loop.ts';
import { load, settle, type Side } from './side.ts';

/** `seconds`: how long each is loaded; a minute counts, less shows that it works. */
export type SlackBench = BotPlace & { readonly seconds: number };

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

/** What was started is stopped in the end, whatever happens. */
async function withStops(work: (stops: Stops) => Promise<void>): Promise<void> {
  const stops: Stops = [];
  try {
    await work(stops);
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

async function besideEcho(bench: SlackBench, questions: readonly string[]): Promise<void> {
  const { seconds } = bench;
  await withStops(async (stops) => {
    const echo = await openEcho(bench.folder, stops);
    const bot = await openBot(bench, 'none', stops);
    const give = (side: Side, part: number) => load(side, questions, part);
    for (const side of [echo, bot]) await give(side, Math.min(10, seconds));
    await settle(bot);
    const began = Date.now();

    printLoad('before');
    const before = await give(echo, seconds / 2);
    const inARow = await watch(bot, () => give(bot, seconds));
    const answered = await settle(bot);
    const after = await watch(echo, () => give(echo, seconds / 2));
    printAcknowledgements('one after the other', {
      echo: [...before, ...after.given],
      bot: inARow.given,
    });
    printAnswers('one after the other', inARow.given, { all: bot.sent, seen: answered });
    printProcessorHeading();
    printProcessor('bare Bolt echo app, half', after.samples);
    printProcessor('Mobility', inARow.samples);
    printMemory('Mobility in that time', inARow.samples);
    printLoad('after that');

    const inTurns: { readonly echo: Sent[]; readonly bot: Sent[] } = { echo: [], bot: [] };
    for (let turn = 0; turn < turns; turn += 1) {
      inTurns.echo.push(...(await give(echo, seconds / turns)));
      inTurns.bot.push(...(await give(bot, seconds / turns)));
    }
    printAcknowledgements('in turns, while answers are made', inTurns);
    printLoad('after that');
    const seen = await settle(bot);
    printAnswers('in turns', inTurns.bot, { all: bot.sent, seen });
    printSeen(seen);
    const samples = bot.app.samples.filter(({ atMs }) => atMs >= began);
    printMemory('Mobility all the time', samples);
    await printStop(bot);
  });
}

/** What work gives, and how the app stood while it was done. */
async function watch<T>(
  { app }: Side,
  work: () => Promise<T>,
): Promise<{ readonly given: T; readonly samples: readonly Sample[] }> {
  const began = Date.now();
  const given = await work();
  return { given, samples: app.samples.filter(({ atMs }) => atMs >= began) };
}

async function atSlacksPace(bench: SlackBench, questions: readonly string[]): Promise<void> {
  await withStops(async (stops) => {
    const bot = await openBot(bench, 'slack', stops);
    const given = await load(bot, questions, bench.seconds / 3);
    const seen = await settle(bot);
    printAnswers("at Slack's own pace", given, { all: bot.sent, seen });
    printSeen(seen);
    await printStop(bot);
  });
}

async function printStop({ app }: Side): Promise<void> {
  const state = app.hasEnded() ? 'had ended by itself' : 'was running';
  const { code, durationMs } = await app.stop();
  print(
    `Mobility ${state}; told to end, it ended with ${code} after ${(durationMs / 1000).toFixed(1)} s`,
  );
}
