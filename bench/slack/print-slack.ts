import { matchAnswers, type Outcome } from './match-answers.ts';
import type { Seen } from './fake-orders.ts';
import type { Sample } from './sample.ts';
import type { Sent } from './send-open-loop.ts';
import { spreadOf, type Spread } from './spread.ts';
import { riseOf } from './rise.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const row = (name: string, ...figures: readonly string[]): void =>
  print(`${name.padEnd(46)}${figures.map((figure) => figure.padStart(12)).join('')}`);
const ms = (durationMs: number): string => `${durationMs.toFixed(1)} ms`;
const seconds = (durationMs: number): string => `${(durationMs / 1000).toFixed(2)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const list = ({ p50, p90, p99, max }: Spread): readonly number[] => [p50, p90, p99, max];
const ratios = (of: Spread, to: Spread): readonly string[] =>
  list(of).map((figure, at) => `${(figure / (list(to)[at] ?? 0)).toFixed(2)} ×`);

/** Acknowledgements of the echo app and of the bot, from when each was due, and how many times as long the bot takes. */
export function printAcknowledgements(
  name: string,
  { echo, bot }: { readonly echo: readonly Sent[]; readonly bot: readonly Sent[] },
): void {
  const due = (sent: readonly Sent[]) => spreadOf(sent.map(({ ackMs }) => ackMs));
  const service = (sent: readonly Sent[]) => spreadOf(sent.map(({ serviceMs }) => serviceMs));
  const printSide = (side: string, sent: readonly Sent[]): void => {
    const late = spreadOf(sent.map(({ lateMs }) => lateMs)).p99;
    const missed = sent.filter(({ isAcknowledged }) => !isAcknowledged).length;
    row(`  ${side}, ${sent.length}`, ...list(due(sent)).map(ms), ms(late), String(missed));
  };
  print('');
  row(`acknowledged, ${name}`, 'p50', 'p90', 'p99', 'max', 'p99 sent', 'missed');
  printSide('bare Bolt echo app', echo);
  printSide('Mobility', bot);
  row('  Mobility beside the echo app', ...ratios(due(bot), due(echo)));
  row('  the same, from when it was sent', ...ratios(service(bot), service(echo)));
}

/** What became of some commands to the bot, among `all` that it ever got. */
export function printAnswers(
  name: string,
  some: readonly Sent[],
  { all, seen }: { readonly all: readonly Sent[]; readonly seen: Seen },
): void {
  const outcomes = matchAnswers(all, seen);
  const found = some.flatMap((sent) => outcomes.get(sent) ?? []);
  const after = spreadOf(found.flatMap((each) => (each.kind === 'posted' ? each.afterMs : [])));
  const count = (kind: Outcome['kind']): string =>
    String(found.filter((each) => each.kind === kind).length);
  print('');
  row(`answers, ${name}`, 'posted', 'told alone', 'turned away', 'none yet', 'p50', 'p99', 'max');
  row(
    '  command to message',
    ...(['posted', 'told', 'refused', 'waiting'] as const).map(count),
    ...[after.p50, after.p99, after.max].map(seconds),
  );
}

/** What people were told alone so far, which calls Slack refused, and which files were left. */
export function printSeen({ words, calls, orphans }: Seen): void {
  for (const [text, count] of Object.entries(words)) row(`  told ${count} times`, `  ${text}`);
  for (const [call, count] of Object.entries(calls))
    if (call.includes(' ')) row(`  refused ${count} times`, `  ${call}`);
  row('  files that no message shows', String(orphans));
}

const sizes = {
  'whole process': 'rss',
  'heap of the thread that acknowledges': 'heap',
  'heap of the thread that answers': 'officeHeap',
} as const satisfies Record<string, keyof Sample>;

/** Memory of an app while these samples were taken. */
export function printMemory(name: string, samples: readonly Sample[]): void {
  print('');
  row(`memory, ${name}`, 'first third', 'last third', 'a minute', 'most');
  for (const [part, key] of Object.entries(sizes)) {
    const values = samples.map((sample) => ({ atMs: sample.atMs, value: sample[key] }));
    const { first, last, perMinute } = riseOf(values);
    const most = Math.max(...values.map(({ value }) => value));
    row(`  ${part}`, ...[first, last, perMinute, most].map(megabytes));
  }
}

/** Processor time of an app between the first and the last of these samples. */
export function printProcessor(name: string, samples: readonly Sample[]): void {
  const [begin, end] = [samples[0], samples.at(-1)];
  if (begin === undefined || end === undefined) return;
  const used = (key: keyof Sample): string => seconds(end[key] - begin[key]);
  row(
    `  ${name}`,
    ...(['cpuMs', 'frontCpuMs', 'frontWaitMs', 'officeCpuMs', 'atMs'] as const).map(used),
  );
}

/** The heading of `printProcessor`. */
export function printProcessorHeading(): void {
  print('');
  row('processor time', 'whole', 'front', 'front waits', 'office', 'lasted');
}
