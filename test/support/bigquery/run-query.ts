import { setTimeout as sleep } from 'node:timers/promises';
import type { Question } from '#test/oracle/engine.ts';
import type { Job } from './job.ts';
import type { Bytes } from './estimate-bytes.ts';
import { asQuery, planQuery } from './plan-query.ts';
import { Refusal } from './refusal.ts';
import { writeAnswer } from './rest-rows.ts';
import type { World } from './world.ts';

/** How a query is to run. `failure`: how it ends, whatever it says. */
export type QueryRun = {
  readonly question: Question;
  readonly useQueryCache: boolean;
  readonly jobTimeoutMs: number;
  readonly failure: Refusal | undefined;
};

/** Plans a query and begins it. A refusal is thrown where the job is a dry run; else the job ends with it. */
export async function startQuery(world: World, job: Job, run: QueryRun): Promise<void> {
  const delayMs = job.dryRun ? 0 : world.takeDelay(job.sql);
  const planned = await planJob(world, job, run).catch((error: unknown) => {
    if (error instanceof Refusal && !job.dryRun) return error;
    throw error;
  });
  if (job.dryRun) return job.finish({ kind: 'answered', answer: { fields: [], rows: [] } });
  if (delayMs === 0 && planned !== undefined)
    return job.finish({ kind: 'failed', refusal: planned });
  void finishQuery(world, job, { ...run, delayMs, failure: planned });
}

/** A dry run of a statement that the account may run, and the double does not, says so much. */
const mayWithout = (job: Job, error: unknown): Bytes => {
  if (job.dryRun && error instanceof Refusal && error.reason === 'notImplemented')
    return { read: 0, billed: 0 };
  throw error;
};

async function planJob(world: World, job: Job, run: QueryRun): Promise<Refusal | undefined> {
  const bytes = await planQuery(world, job.account, run.question).catch((error: unknown) =>
    mayWithout(job, error),
  );
  job.cacheHit = run.useQueryCache && world.cache.has(cacheKey(job));
  if (!job.cacheHit) job.bytes = bytes;
  const { billed } = job.bytes;
  if (!job.dryRun && billed > Number(job.maximumBytesBilled ?? Infinity))
    throw new Refusal(
      'bytesBilledLimitExceeded',
      `Query exceeded limit for bytes billed: ${job.maximumBytesBilled}. ${billed} or higher required.`,
    );
  return run.failure;
}

async function finishQuery(
  world: World,
  job: Job,
  run: QueryRun & { readonly delayMs: number },
): Promise<void> {
  try {
    await waitFor(job, run);
    if (run.failure !== undefined) throw run.failure;
    const cached = job.cacheHit ? world.cache.get(cacheKey(job)) : undefined;
    const answer = cached ?? (await answerOf(world, run.question));
    if (job.end === undefined && run.useQueryCache) world.cache.set(cacheKey(job), answer);
    job.finish({ kind: 'answered', answer });
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal('internalError', String(error));
    job.finish({ kind: 'failed', refusal });
  }
}

async function waitFor(
  job: Job,
  { delayMs, jobTimeoutMs }: { readonly delayMs: number; readonly jobTimeoutMs: number },
): Promise<void> {
  if (delayMs === 0) return;
  await sleep(Math.min(delayMs, jobTimeoutMs), undefined, { signal: job.signal });
  if (delayMs > jobTimeoutMs)
    throw new Refusal(
      'stopped',
      `Job execution was cancelled: Job timed out after ${jobTimeoutMs} ms`,
    );
}

async function answerOf(world: World, question: Question) {
  const catalogue = await world.catalogue();
  return writeAnswer(await asQuery(catalogue.evaluate(question)));
}

function cacheKey({ account, sql, parameters }: Job): string {
  return JSON.stringify([account.token, sql, parameters]);
}
