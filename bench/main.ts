import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { currentRelease } from '#src/edges/warehouse/current-release.ts';
import { buildDemo } from '#src/release/demo/build-demo.ts';
import { gateSample } from '#src/release/gate/gate-sample.ts';
import { demoKey } from '#src/release/key.ts';
import { readPolicy } from '#src/release/read-policy.ts';
import { releaseDataset } from '#src/release/release-dataset.ts';
import { benchDisclosure } from './disclosure.ts';
import { measureQuestions, type Questions } from './questions.ts';
import { benchSlack } from './slack/bench-slack.ts';
import { measureStages, type Stage } from './stages.ts';
import { benchState } from './state.ts';
import { once } from './stopwatch.ts';

const run = promisify(execFile);
const project = join(import.meta.dirname, '..');
const question = ['region:London', 'since:lift-date'];

const seconds = (durationMs: number): string => `${(durationMs / 1000).toFixed(2)} s`;
const milliseconds = (durationMs: number): string => `${durationMs.toFixed(1)} ms`;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs one role of the program in a process of its own, with its state and pictures in `folder`. */
async function program(
  folder: string,
  role: string,
  args: readonly string[] = [],
): Promise<string> {
  const { stdout, stderr } = await run(
    process.execPath,
    [join(project, 'src/main.ts'), role, ...args],
    {
      cwd: folder,
      env: { ...process.env, MOBILITY_HOME: join(folder, 'home') },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return stdout + stderr;
}

function printStages(stages: readonly Stage[]): void {
  print(`${'stage, warm'.padEnd(46)}${'median'.padStart(10)}${'p95'.padStart(10)}  beside`);
  for (const { name, durations, beside } of stages) {
    const ratio =
      beside === undefined
        ? ''
        : `  ${(durations.median / beside.median).toFixed(1)} × ${beside.name}`;
    print(
      `${name.padEnd(46)}${milliseconds(durations.median).padStart(10)}${milliseconds(durations.p95).padStart(10)}${ratio}`,
    );
  }
}

function printQuestions(measured: readonly Questions[]): void {
  print(
    `${'each once'.padEnd(46)}${'median'.padStart(10)}${'p95'.padStart(10)}${'worst'.padStart(10)}`,
  );
  for (const { name, count, median, p95, worst, slowest } of measured) {
    const times = [median, p95, worst].map((time) => milliseconds(time).padStart(10)).join('');
    print(`${`${count} ${name}`.padEnd(46)}${times}  ${JSON.stringify(slowest)}`);
  }
}

/** The demonstration data and its release, each by itself. */
async function benchRelease(folder: string): Promise<void> {
  const rawFile = join(folder, 'raw.duckdb');
  const parametersFolder = join(project, 'data/uk');
  const demo = await once(() =>
    buildDemo({ file: rawFile, parametersFolder, onProgress: () => undefined }),
  );
  print(`${'demo data'.padEnd(46)}${seconds(demo.durationMs).padStart(10)}`);
  const policy = await readPolicy(join(project, 'mobility.config.yml'));
  const options = {
    rawFile,
    releasesFolder: join(folder, 'alone'),
    key: demoKey,
    ledgerKey: demoKey,
    sample: gateSample,
    onProgress: () => undefined,
  };
  const release = await once(() => releaseDataset({ ...policy, ...options }));
  print(`${'release'.padEnd(46)}${seconds(release.durationMs).padStart(10)}`);
}

async function bench(folder: string): Promise<void> {
  await benchRelease(folder);
  const release = await once(() => program(folder, 'release'));
  print(release.value.trim());
  print(
    `${'first use: demo data and release, new process'.padEnd(46)}${seconds(release.durationMs).padStart(10)}`,
  );
  const current = await currentRelease(join(folder, 'home'));
  if (current.kind !== 'live') throw new Error('no release was made');
  const { file } = current;
  print(
    `${'size of the release'.padEnd(46)}${`${((await stat(file)).size / 1e6).toFixed(1)} MB`.padStart(10)}`,
  );
  const cold = await once(() => program(folder, 'ask', question));
  print(
    `${'first answer, new process, no compiled cache'.padEnd(46)}${seconds(cold.durationMs).padStart(10)}`,
  );
  const second = await once(() => program(folder, 'ask', question));
  print(`${'second answer, new process'.padEnd(46)}${seconds(second.durationMs).padStart(10)}`);
  printStages(await measureStages(file, project, question.join(' ')));
  printQuestions(await measureQuestions(file, project));
  printMemory();
}

function printMemory(): void {
  print(`peak memory of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

const [part] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'mobility-bench-'));
try {
  if (part === 'disclosure') {
    await benchDisclosure();
    await benchRelease(folder);
    printMemory();
  } else if (part === 'state') {
    await benchState(folder);
    printMemory();
  } else if (part === 'slack') {
    const seconds = Number(process.env['BENCH_SECONDS'] || 60);
    const release = (place: string) => program(place, 'release');
    await benchSlack({ folder, project, seconds, release });
  } else await bench(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
