import { z } from 'zod';
import type { FakeAccount } from './fake-bigquery.ts';
import { writeJob } from './job-resource.ts';
import { makeJob, type Task } from './job.ts';
import { parameterList, readParameters } from './read-parameters.ts';
import { readStrictly } from './read-strictly.ts';
import { Refusal } from './refusal.ts';
import { startQuery } from './run-query.ts';
import type { World } from './world.ts';

const digits = z.string().regex(/^\d+$/u, 'a whole number, as text');
const label = z.string().regex(/^[a-z0-9_-]{0,63}$/u, 'lower case, digits, _ and -, at most 63');

/** Where a job is and how it is called. `location` is never left out. */
const jobReference = z.strictObject({
  projectId: z.string(),
  jobId: z.string().regex(/^[A-Za-z0-9_-]{1,1024}$/u, 'letters, digits, _ and -, at most 1024'),
  location: z.string(),
});

/** Labels of a job. */
const jobLabels = z.record(z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/u), label);

const queryJob = z.strictObject({
  jobReference,
  configuration: z.strictObject({
    labels: jobLabels.default({}),
    jobTimeoutMs: digits.optional(),
    dryRun: z.boolean().default(false),
    query: z.strictObject({
      query: z.string().min(1),
      useLegacySql: z.literal(false),
      useQueryCache: z.boolean().default(true),
      maximumBytesBilled: digits.optional(),
      // The client writes it in lower case.
      parameterMode: z.enum(['named', 'NAMED']),
      queryParameters: parameterList,
      // No field of BigQuery's: the client leaves it in, and it says nothing.
      types: z.unknown().optional(),
    }),
  }),
});

/** Makes a query's job and answers with it. `failure`: how it ends, whatever it says. */
export async function insertQuery(
  world: World,
  account: FakeAccount,
  { body, failure }: { readonly body: unknown; readonly failure: Refusal | undefined },
): Promise<unknown> {
  const { jobReference, configuration } = readStrictly(queryJob, body, 'job');
  const { query, labels, dryRun, jobTimeoutMs } = configuration;
  const given = readParameters(query.queryParameters);
  const task: Task = {
    id: jobReference.jobId,
    kind: 'query',
    sql: query.query,
    parameters: given.params,
    labels,
    maximumBytesBilled: query.maximumBytesBilled,
    dryRun,
  };
  checkReference(world, jobReference);
  checkJobs(world, account);
  const job = makeJob(task, account);
  world.jobs.push(job);
  await startQuery(world, job, {
    question: { sql: query.query, ...given },
    useQueryCache: query.useQueryCache,
    jobTimeoutMs: Number(jobTimeoutMs ?? Infinity),
    failure,
  });
  return writeJob(world, job);
}

/** Refuses a job elsewhere, and one whose id is taken. A dry run takes none. */
function checkReference(
  { projectId, location, jobs }: World,
  reference: z.output<typeof jobReference>,
): void {
  const { jobId } = reference;
  if (reference.projectId !== projectId)
    throw new Refusal('invalid', `Invalid value at 'job.jobReference.projectId'`);
  if (reference.location !== location)
    throw new Refusal('invalid', `Invalid value at 'job.jobReference.location'`);
  if (jobs.some((job) => job.id === jobId && !job.dryRun))
    throw new Refusal('duplicate', `Already Exists: Job ${projectId}:${location}.${jobId}`);
}

/** Refuses an account that may not make jobs. */
function checkJobs({ projectId }: World, { mayRunJobs = true }: FakeAccount): void {
  if (mayRunJobs) return;
  throw new Refusal(
    'accessDenied',
    `Access Denied: Project ${projectId}: User does not have bigquery.jobs.create permission in project ${projectId}.`,
  );
}
