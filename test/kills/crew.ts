import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Order, Post, Report } from './orders.ts';

/** The processes of a batch. Whoever is killed is replaced; replacements are started ahead, for a start takes longer than a run. */
export type Crew = {
  /** Waits until three are at work. */
  readonly fill: () => Promise<void>;
  /** Gives every worker an order, now or when it takes the place of another. */
  readonly order: (order: Extract<Order, { kind: 'offer' | 'disarm' }>) => void;
  /** Whether every worker has offered the deliveries of that run. */
  readonly hasOffered: (run: string) => boolean;
  readonly isOwn: (pid: number) => boolean;
  readonly deaths: () => number;
  readonly seen: ReadonlySet<string>;
  readonly dismiss: () => Promise<void>;
};

type Worker = { readonly child: ChildProcess; isReady: boolean; isAtWork: boolean; run: string };

const atWork = 3;
const spare = 2;
const startMs = 60_000;
const file = new URL('./worker.ts', import.meta.url);

/** `folder`: where each worker's own files go. */
export function makeCrew(post: Omit<Post, 'home'>, folder: string): Crew {
  const workers = new Set<Worker>();
  const seen = new Set<string>();
  let standing: Order = { kind: 'disarm' };
  let deaths = 0;
  let isDismissed = false;
  let failure: Error | undefined;

  /** Whoever cannot be told is dead, and is replaced. */
  const send = ({ child }: Worker, order: Order): void => {
    if (child.connected) child.send(order, () => undefined);
  };

  const start = () => {
    const home = mkdtempSync(join(folder, 'home-'));
    const child = fork(file, {
      env: { ...process.env, KILLS_POST: JSON.stringify({ ...post, home }) },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const worker: Worker = { child, isReady: false, isAtWork: false, run: '' };
    workers.add(worker);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-2000);
    });
    child.on('message', (report: Report) => {
      if (report.kind === 'ready') {
        worker.isReady = true;
        hire();
      } else if (report.kind === 'offered') worker.run = report.run;
      else seen.add(report.boundary);
    });
    child.on('exit', (code, signal) => {
      workers.delete(worker);
      if (isDismissed) return;
      deaths += 1;
      if (signal !== 'SIGKILL') failure = new Error(`a worker ended by itself (${code}): ${said}`);
      hire();
      fillUp();
    });
  };
  const fillUp = () => {
    while (workers.size < atWork + spare) start();
  };
  const working = () => [...workers].filter(({ isAtWork }) => isAtWork);
  const hire = () => {
    for (const worker of workers) {
      if (working().length === atWork) return;
      if (!worker.isReady || worker.isAtWork) continue;
      worker.isAtWork = true;
      send(worker, { kind: 'work' });
      send(worker, standing);
    }
  };

  return {
    seen,
    fill: async () => {
      fillUp();
      const until = performance.now() + startMs;
      while (working().length < atWork) {
        if (failure !== undefined) throw failure;
        if (performance.now() > until) throw new Error('the workers did not start');
        await sleep(10);
      }
    },
    order: (order) => {
      standing = order;
      for (const worker of working()) send(worker, order);
    },
    hasOffered: (run) => {
      if (failure !== undefined) throw failure;
      const present = working();
      return present.length > 0 && present.every((worker) => worker.run === run);
    },
    isOwn: (pid) => [...workers].some(({ child }) => child.pid === pid),
    deaths: () => deaths,
    dismiss: async () => {
      isDismissed = true;
      await Promise.all(
        [...workers].map(async ({ child }) => {
          const ended = once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        }),
      );
    },
  };
}
