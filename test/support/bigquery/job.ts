import type { Bytes } from './estimate-bytes.ts';
import type { FakeAccount } from './fake-bigquery.ts';
import type { QueryAnswer } from './rest-rows.ts';
import type { Refusal } from './refusal.ts';

/** What a job is to do, as its request says it. */
export type Task = {
  readonly id: string;
  readonly kind: 'query' | 'load';
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly maximumBytesBilled: string | undefined;
  readonly dryRun: boolean;
};

/** How a job ended. */
type End =
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  | { readonly kind: 'answered'; readonly answer: QueryAnswer }
  | { readonly kind: 'loaded'; readonly rows: number };

/** A job. `end`: undefined while it runs; the first end counts. */
export type Job = Task & {
  readonly account: FakeAccount;
  end: End | undefined;
  cancelled: boolean;
  cacheHit: boolean;
  bytes: Bytes;
  readonly ended: Promise<void>;
  readonly finish: (end: End) => void;
  /** Aborts once the job has ended. */
  readonly signal: AbortSignal;
};

/** A job that runs. */
export function makeJob(task: Task, account: FakeAccount): Job {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const stop = new AbortController();
  const job: Job = {
    ...task,
    account,
    end: undefined,
    cancelled: false,
    cacheHit: false,
    bytes: { read: 0, billed: 0 },
    ended,
    finish: (end) => {
      job.end ??= end;
      stop.abort();
      resolve();
    },
    signal: stop.signal,
  };
  return job;
}
