import { matchAnswers } from './match-answers.ts';
import type { Seen } from './fake-orders.ts';
import type { Sample } from './sample.ts';
import type { Sent } from './send-open-loop.ts';
import { spreadOf, type Spread } from './spread.ts';
import { trendOf } from './trend.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const row = (name: string, ...figures: readonly string[]): void =>
  print(`${name.padEnd(46)}${figures.map((figure) => figure.padStart(11)).join('')}`);
const ms = (durationMs: number): string => `${durationMs.toFixed(1)} ms`;
const seconds = (durationMs: number): string => `${(durationMs / 1000).toFixed(2)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const times = (a: number, b: number): string => `${(a / b).toFixed(2)} ×`;

const figures = ({ p50, p90, p99, max }: Spread): readonly number[] => [p50, p90, p99, max];

/** Acknowledgements of the echo app and of the bot, and how many times as long the bot takes. `load`: of the machine, runnable threads. */
export function printAcknowledgements(
  name: string,
  echo: readonly Sent[],
  bot: readonly Sent[],
): void {
  const spreads = [echo, bot].map((sent) => spreadOf(sent.map(({ ackMs }) => ackMs)));
  const services = [echo, bot].map((sent) => spreadOf(sent.map(({ serviceMs }) => serviceMs)));
  row(`${name}: acknowledged`, 'p50', 'p90', 'p99', 'max', 'sent late', 'missed');
  for (const [at, side] of [echo, bot].entries()) {
    const late = spreadOf(side.map(({ lateMs }) => lateMs)).p99;
    const missed = side.filter(({ isAcknowledged }) => !isAcknowledged).length;
    row(
      `  ${at === 0 ? 'bare Bolt echo app' : 'Mobility'}, ${side.length} commands`,
      ...figures(spreads[at] ?? spreadOf([])).map(ms),
      ms(late),
      String(missed),
    );
  }
  const ratios = ([a, b]: readonly Spread[]): readonly string[] =>
    a === undefined || b === undefined
      ? []
      : figures(b).map((figure, at) => times(figure, figures(a)[at] ?? 0));
  row('  Mobility beside the echo app', ...ratios(spreads));
  row('  the same, from when it was sent', ...ratios(services));
}

/** What became of the commands of one round of the bot, among `all` that it ever got. */
export function printAnswers(
  name: string,
  round: readonly Sent[],
  all: readonly Sent[],
  seen: Seen,
): void {
  const outcomes = matchAnswers(all, seen);
  const found = round.flatMap((sent) => outcomes.get(sent) ?? []);
  const after = spreadOf(found.flatMap((each) => (each.kind === 'posted' ? each.afterMs : [])));
  const count = (kind: string): string => String(found.filter((each) => each.kind === kind).length);
  row(`${name}: answers`, 'posted', 'told alone', 'busy', 'none', 'p50', 'p99', 'max');
  row(
    '  command to message',
    count('posted'),
    count('told'),
    count('refused'),
    count('waiting'),
    ...[after.p50, after.p99, after.max].map(seconds),
  );
}

/** What people were told alone, and Slack's refusals of calls. */
export function printWords({ words, calls, orphans }: Seen): void {
  for (const [text, count] of Object.entries(words)) print(`  told ${count} times: ${text}`);
  for (const [call, count] of Object.entries(calls))
    if (call.includes(' ')) print(`  Slack refused ${count} calls: ${call}`);
  row('  files that no message shows', String(orphans));
}

/** Memory and processor time of an app while it was loaded. */
export function printSamples(name: string, samples: readonly Sample[]): void {
  row(`${name}: memory`, 'first third', 'last third', 'a minute', 'most');
  const parts = {
    'whole process': 'rss',
    'heap that acknowledges': 'heap',
    'heap that answers': 'officeHeap',
  } as const;
  for (const [part, key] of Object.entries(parts)) {
    const values = samples.map((sample) => ({ atMs: sample.atMs, value: sample[key] }));
    const { first, last, perMinute } = trendOf(values);
    const most = Math.max(...values.map(({ value }) => value));
    row(`  ${part}`, megabytes(first), megabytes(last), megabytes(perMinute), megabytes(most));
  }
  const [begin, end] = [samples[0], samples.at(-1)];
  if (begin === undefined || end === undefined) return;
  row('  processor', 'whole', 'front', 'office', 'lasted');
  row(
    '',
    seconds(end.cpuMs - begin.cpuMs),
    seconds(end.frontCpuMs - begin.frontCpuMs),
    seconds(end.officeCpuMs - begin.officeCpuMs),
    seconds(end.atMs - begin.atMs),
  );
}
