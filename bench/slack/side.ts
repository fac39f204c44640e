import { setTimeout } from 'node:timers/promises';
import type { Seen } from './fake-orders.ts';
import { matchAnswers } from './match-answers.ts';
import { sendOpenLoop, type Sent } from './send-open-loop.ts';
import type { RunningApp } from './start-app.ts';
import type { Fake } from './start-fake.ts';

/** An app, the Slack it is in, and all that was sent to it. */
export type Side = {
  readonly fake: Fake;
  readonly app: RunningApp;
  readonly sent: Sent[];
};

const perSecond = 20;
/** Longer than Slack has anybody wait who called too often. */
const quietMs = 70_000;
const longestMs = 180_000;
const lookMs = 2000;

/** Sends questions for so many seconds, and gives what came of them. `questions`: all that there are, taken in turn. */
export async function load(
  { fake, app, sent }: Side,
  questions: readonly string[],
  seconds: number,
): Promise<readonly Sent[]> {
  const count = Math.round(seconds * perSecond);
  const texts = Array.from(
    { length: count },
    // A channel comes round with the same step as a question: one more each time tells them apart.
    (_, at) => questions[(at + Math.floor((sent.length + at) / 12)) % questions.length] ?? '',
  );
  const commands = await fake.pack(texts);
  const round = await sendOpenLoop(app.url, commands, 1000 / perSecond);
  sent.push(...round);
  return round;
}

/** Waits until every command has its answer, at most three minutes, and not where nothing comes for one. */
export async function settle({ fake, sent }: Side): Promise<Seen> {
  const until = performance.now() + longestMs;
  let seen = await fake.look();
  let since = performance.now();
  while (isWaiting(sent, seen) && performance.now() < Math.min(until, since + quietMs)) {
    await setTimeout(lookMs);
    const now = await fake.look();
    if (countOf(now) > countOf(seen)) since = performance.now();
    seen = now;
  }
  return seen;
}

const countOf = ({ posted, told, notices }: Seen): number => posted.length + told.length + notices;

/** A notice stands for an answer that is not posted. */
const isWaiting = (sent: readonly Sent[], seen: Seen): boolean =>
  [...matchAnswers(sent, seen).values()].filter(({ kind }) => kind === 'waiting').length >
  seen.notices;
