import { setTimeout as sleep } from 'node:timers/promises';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { Fault } from '#src/fault.ts';
import type { Database } from '../database.ts';
import { handBack } from './hand-back.ts';
import type { Pace } from './pace.ts';

export type WorkParts = {
  readonly boss: PgBoss;
  readonly database: Database;
  readonly pace: Pace;
  readonly report: (error: unknown) => void;
};

/** What runs the jobs of a queue, one try. `stopping`: aborted where this process is to stop. */
type Handler = (job: JobWithMetadata, stopping: AbortSignal) => Promise<void>;

/** The work of one process on its queues. */
export type Work = {
  take(queue: string, atOnce: number, handler: Handler): Promise<void>;
  /** Takes no more, lets what runs finish, then tells it to end, and hands back what did neither. */
  end(): Promise<void>;
};

/** An error in one word: its code, or its name. Its message may hold anything. */
function codeOf(error: unknown): string {
  if (error instanceof Fault) return error.code;
  return error instanceof Error ? error.name : 'Error';
}

/** pg-boss keeps what is thrown beside the job: a code, and nothing that the error may hold. */
function throwCode(error: unknown): never {
  throw new Error(codeOf(error));
}

/** Work that keeps in mind what runs at present. */
export function makeWork({ boss, database, pace, report }: WorkParts): Work {
  const queues: string[] = [];
  const running = new Map<JobWithMetadata, Promise<void>>();
  const stopping = new AbortController();

  const attempt = async (job: JobWithMetadata, handler: Handler): Promise<void> => {
    const [outcome] = await Promise.allSettled([handler(job, stopping.signal)]);
    if (outcome.status === 'fulfilled') return;
    if (stopping.signal.aborted) return handBack({ boss, database }, job).catch(throwCode);
    report(outcome.reason);
    throwCode(outcome.reason);
  };
  const settled = async (): Promise<void> => {
    const timer = new AbortController();
    const grace = sleep(pace.graceMs, undefined, timer).catch(() => undefined);
    await Promise.race([Promise.allSettled(running.values()), grace]);
    timer.abort();
  };

  return {
    take: async (queue, atOnce, handler) => {
      queues.push(queue);
      const options = {
        pollingIntervalSeconds: pace.pollSeconds,
        localConcurrency: atOnce,
        includeMetadata: true,
      } as const;
      await boss.work(queue, options, async ([job]: JobWithMetadata[]) => {
        if (job === undefined) return;
        const run = attempt(job, handler);
        running.set(job, run);
        await run.finally(() => running.delete(job));
      });
    },
    end: async () => {
      await Promise.all(queues.map((queue) => boss.offWork(queue, { wait: false })));
      await settled();
      stopping.abort(new Error('this process is to stop'));
      await settled();
      // What cannot be handed back is taken over when it gives no sign of life.
      for (const job of running.keys()) await handBack({ boss, database }, job).catch(report);
    },
  };
}
