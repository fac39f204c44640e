import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Sample } from './sample.ts';

/** An app in a process of its own. `samples`: how it stood, each second. `stop`: tells it to end, and gives its exit code and how long it took. */
export type RunningApp = {
  readonly url: string;
  readonly samples: readonly Sample[];
  readonly hasEnded: () => boolean;
  readonly stop: () => Promise<{ readonly code: number | null; readonly durationMs: number }>;
};

type Program = {
  readonly file: URL;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
};

const startMs = 120_000;
const stopMs = 30_000;
const sampler = new URL('./report-samples.ts', import.meta.url);

/** Starts an app that says on its standard output where it runs. */
export async function startApp({ file, args, folder, env }: Program): Promise<RunningApp> {
  const samples: Sample[] = [];
  const child = spawn(process.execPath, ['--import', sampler.href, fileURLToPath(file), ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let isEnded = false;
  const ended = once(child, 'exit').then(() => (isEnded = true));
  child.on('message', (sample: Sample) => samples.push(sample));
  const { stdout } = child;
  if (stdout === null) throw new Error('an app has no output');
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), startMs).unref();
    void ended.then(() => reject(new Error('an app ended before it ran')));
    createInterface({ input: stdout }).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/u.exec(line)?.[0];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(`${found}/slack/events`);
    });
  });
  return {
    url,
    samples,
    hasEnded: () => isEnded,
    stop: async () => {
      const started = performance.now();
      child.kill();
      const late = setTimeout(() => child.kill('SIGKILL'), stopMs);
      await ended;
      clearTimeout(late);
      return { code: child.exitCode, durationMs: performance.now() - started };
    },
  };
}
