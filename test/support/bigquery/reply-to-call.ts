import { z } from 'zod';
import type { FakeAccount } from './fake-bigquery.ts';
import { findJob } from './find-job.ts';
import { getDataset } from './get-dataset.ts';
import { getResults } from './get-results.ts';
import { getTable } from './get-table.ts';
import { insertQuery } from './insert-query.ts';
import { writeJob } from './job-resource.ts';
import { readStrictly } from './read-strictly.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** A request, read. `path`: after the project. `failure`: how the job that it makes is to end. */
export type Request = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly failure: Refusal | undefined;
};

type Route = {
  readonly call: RegExp;
  readonly reply: (
    world: World,
    account: FakeAccount,
    request: Request & { readonly parts: readonly string[] },
  ) => Promise<unknown>;
};

const plainQuery = z.strictObject({ prettyPrint: z.literal('false').optional() });
const jobQuery = plainQuery.extend({ location: z.string() });

const routes: readonly Route[] = [
  {
    call: /^POST \/jobs$/u,
    reply: async (world, account, request) => {
      readStrictly(plainQuery, request.query, 'query');
      return insertQuery(world, account, request);
    },
  },
  {
    call: /^GET \/queries\/([^/]+)$/u,
    reply: async (world, _account, { query, parts: [jobId = ''] }) =>
      getResults(world, { jobId, query }),
  },
  {
    call: /^GET \/jobs\/([^/]+)$/u,
    reply: async (world, _account, { query, parts: [jobId = ''] }) => {
      const { location } = readStrictly(jobQuery, query, 'query');
      return writeJob(world, findJob(world, jobId, location));
    },
  },
  {
    call: /^POST \/jobs\/([^/]+)\/cancel$/u,
    reply: async (world, _account, { query, parts: [jobId = ''] }) => {
      const { location } = readStrictly(jobQuery, query, 'query');
      const job = findJob(world, jobId, location);
      job.cancelled = true;
      job.finish({
        kind: 'failed',
        refusal: new Refusal('stopped', 'Job execution was cancelled: User requested cancellation'),
      });
      return { kind: 'bigquery#jobCancelResponse', job: writeJob(world, job) };
    },
  },
  {
    call: /^GET \/datasets\/([^/]+)$/u,
    reply: async (world, account, { query, parts: [datasetId = ''] }) => {
      readStrictly(plainQuery, query, 'query');
      return getDataset(world, account, datasetId);
    },
  },
  {
    call: /^GET \/datasets\/([^/]+)\/tables\/([^/]+)$/u,
    reply: async (world, account, { query, parts: [datasetId = '', tableId = ''] }) => {
      readStrictly(plainQuery, query, 'query');
      return getTable(world, account, { datasetId, tableId });
    },
  },
];

/** The answer to a request. Refuses what is not one of these calls. */
export async function replyToCall(
  world: World,
  account: FakeAccount,
  request: Request,
): Promise<unknown> {
  const call = `${request.method} ${request.path}`;
  for (const route of routes) {
    const [, ...parts] = route.call.exec(call) ?? [];
    if (route.call.test(call)) return route.reply(world, account, { ...request, parts });
  }
  throw new Refusal('notFound', `Not found: ${call} is not among the calls of the double`);
}
