import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { findJob } from './find-job.ts';
import type { Job } from './job.ts';
import { readStrictly } from './read-strictly.ts';
import { Refusal } from './refusal.ts';
import type { QueryAnswer } from './rest-rows.ts';
import type { World } from './world.ts';

const digits = z.string().regex(/^\d+$/u).transform(Number);

const resultsQuery = z.strictObject({
  location: z.string(),
  pageToken: z.string().optional(),
  maxResults: digits.optional(),
  timeoutMs: digits.default(10_000),
  'formatOptions.useInt64Timestamp': z.literal('true').optional(),
  prettyPrint: z.literal('false').optional(),
  // No parameter of BigQuery's: the client leaves its own in, and it says nothing.
  skipParsing: z.literal('true').optional(),
});

/** A page of a query's rows. Waits for the job as long as `timeoutMs` says, 10 seconds where it says nothing; refuses with what the job ended with. */
export async function getResults(
  world: World,
  { jobId, query }: { readonly jobId: string; readonly query: unknown },
): Promise<unknown> {
  const asked = readStrictly(resultsQuery, query, 'query');
  const job = findJob(world, jobId, asked.location);
  if (job.kind !== 'query') throw new Refusal('invalid', `Job ${jobId} is no query`);
  await Promise.race([job.ended, pause(asked.timeoutMs, job.signal)]);
  const { projectId, location } = world;
  const about = {
    kind: 'bigquery#getQueryResultsResponse',
    jobReference: { projectId, jobId, location },
    jobComplete: job.end !== undefined,
  };
  if (job.end === undefined) return about;
  const answer = answerOf(job);
  return {
    ...about,
    schema: { fields: answer.fields },
    totalRows: String(answer.rows.length),
    totalBytesProcessed: String(job.bytes.read),
    cacheHit: job.cacheHit,
    ...pageOf(answer, { jobId, ...asked, pageRows: world.pageRows }),
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

function answerOf({ end }: Job): QueryAnswer {
  if (end?.kind === 'answered') return end.answer;
  throw end?.kind === 'failed' ? end.refusal : new Error('the job has no rows');
}

type Page = {
  readonly jobId: string;
  readonly pageRows: number;
  readonly pageToken?: string | undefined;
  readonly maxResults?: number | undefined;
};

function pageOf({ rows }: QueryAnswer, { jobId, pageRows, pageToken, maxResults }: Page): object {
  const from = pageToken === undefined ? 0 : readToken(jobId, pageToken);
  const until = from + Math.min(pageRows, maxResults ?? Infinity);
  return {
    // Google leaves an empty list out.
    ...(rows.length > from && {
      rows: rows.slice(from, until).map((row) => ({ f: row.map((v) => ({ v })) })),
    }),
    ...(rows.length > until && { pageToken: writeToken(jobId, until) }),
  };
}

function writeToken(jobId: string, from: number): string {
  return Buffer.from(JSON.stringify([jobId, from])).toString('base64url');
}

const token = z.tuple([z.string(), z.int()]);

function readToken(jobId: string, text: string): number {
  try {
    const [job, from] = token.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    if (job === jobId) return from;
  } catch {
    // Refused below, as one of another job is.
  }
  throw new Refusal('invalid', "Invalid value at 'query.pageToken'");
}
