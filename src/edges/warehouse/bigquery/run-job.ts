import { randomUUID } from 'node:crypto';
import { BigQuery, type Job } from '@google-cloud/bigquery';
import { z } from 'zod';
import type { ParameterType, WarehouseJob } from '#src/ports.ts';
import type { BigQueryPlace } from './bigquery-place.ts';
import { decodeRows, tableSchema, type TableSchema } from './decode-rows.ts';
import { faultOf } from './read-error.ts';

/** What is asked. `name`: of the query, for the job's name and label. `timeoutMs`: how long BigQuery itself works on it. */
export type Statement = {
  readonly name: string;
  readonly sql: string;
  readonly types: Readonly<Record<string, ParameterType>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly timeoutMs: number;
};

type Rows = readonly Readonly<Record<string, unknown>>[];

const pageRows = 10_000;

const page = z.object({
  jobComplete: z.boolean(),
  schema: tableSchema.optional(),
  rows: z.array(z.unknown()).optional(),
  pageToken: z.string().optional(),
});
const ended = z.object({
  statistics: z.object({
    query: z.object({
      totalBytesBilled: z.coerce.number().optional(),
      cacheHit: z.boolean().optional(),
    }),
  }),
});

/**
 * Runs one statement as a job of its own name, so that it can be cited, and cancelled when `stop` is aborted. Rejects with the reason of `stop`, or with a `WarehouseFault`
 * that names the job.
 */
export async function runJob(
  client: BigQuery,
  place: BigQueryPlace,
  statement: Statement,
  stop: AbortSignal,
): Promise<{ readonly rows: Rows; readonly job: WarehouseJob }> {
  const id = `mobility_${statement.name}_${randomUUID()}`;
  const job = client.job(id, { location: place.location });
  const created = createJob(client, place, statement, { jobId: id });
  const read = async () => {
    await created;
    const rows = await readRows(job, stop);
    return { rows, job: { id, ...(await readEnd(job)) } };
  };
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const end = (): void => {
    reject(stop.reason);
    void cancelJob(job, created);
  };
  stop.addEventListener('abort', end, { once: true });
  try {
    // A request that nobody answers ends long after the question.
    return await Promise.race([read(), stopped]);
  } catch (error) {
    stop.throwIfAborted();
    throw faultOf(error, id);
  } finally {
    stop.removeEventListener('abort', end);
  }
}

/** Has BigQuery check a statement without running it, and gives how many bytes it would read. Throws a `WarehouseFault`. */
export async function dryRun(
  client: BigQuery,
  place: BigQueryPlace,
  statement: Statement,
): Promise<number> {
  try {
    const [, said] = await client.createQueryJob({ ...query(place, statement), dryRun: true });
    return z
      .object({ statistics: z.object({ totalBytesProcessed: z.coerce.number() }) })
      .parse(said).statistics.totalBytesProcessed;
  } catch (error) {
    throw faultOf(error);
  }
}

/** A value as the client takes it: a date that is given as text loses its value on the way. */
const valueFor = (type: ParameterType, value: unknown): unknown =>
  type === 'DATE' ? BigQuery.date(z.iso.date().parse(value)) : value;

const query = (place: BigQueryPlace, { name, sql, types, params, timeoutMs }: Statement) => ({
  query: sql,
  params: Object.fromEntries(
    Object.entries(types).map(([key, type]) => [key, valueFor(type, params[key])]),
  ),
  // Without its type an empty list cannot be sent.
  types: Object.fromEntries(
    Object.entries(types).map(([key, type]) => [key, type === 'ARRAY<STRING>' ? ['STRING'] : type]),
  ),
  location: place.location,
  labels: { app: 'mobility', query: name },
  maximumBytesBilled: String(place.mostBytes),
  useQueryCache: true,
  jobTimeoutMs: Math.ceil(timeoutMs),
});

/** A job of that name that is there already was made by a request whose answer was lost. */
async function createJob(
  client: BigQuery,
  place: BigQueryPlace,
  statement: Statement,
  name: { readonly jobId: string },
): Promise<void> {
  try {
    await client.createQueryJob({ ...query(place, statement), ...name });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 409)) throw error;
  }
}

/** Once more when it is known to be there: a job may be cancelled before it has begun. What comes of it matters to nobody; it ends in its time by itself. */
async function cancelJob(job: Job, created: Promise<void>): Promise<void> {
  const cancel = async (): Promise<void> => {
    await job.cancel().catch(() => undefined);
  };
  await cancel();
  await created.then(cancel, () => undefined);
}

async function readRows(job: Job, stop: AbortSignal): Promise<Rows> {
  const raw: unknown[] = [];
  let schema: TableSchema | undefined;
  let pageToken: string | undefined;
  for (;;) {
    stop.throwIfAborted();
    const [, , answer] = await job.getQueryResults({
      autoPaginate: false,
      skipParsing: true,
      maxResults: pageRows,
      ...(pageToken === undefined ? {} : { pageToken }),
    });
    const said = page.parse(answer);
    if (!said.jobComplete) continue;
    schema ??= said.schema;
    raw.push(...(said.rows ?? []));
    pageToken = said.pageToken;
    if (pageToken === undefined) return decodeRows(schema ?? { fields: [] }, raw);
  }
}

/** What it cost. An answer is not lost for want of that. */
async function readEnd(job: Job): Promise<Omit<WarehouseJob, 'id'>> {
  try {
    const [metadata] = z
      .tuple([ended])
      .rest(z.unknown())
      .parse(await job.getMetadata());
    const { totalBytesBilled, cacheHit = false } = metadata.statistics.query;
    return {
      ...(totalBytesBilled === undefined ? {} : { bytesBilled: totalBytesBilled }),
      isCached: cacheHit,
    };
  } catch {
    return { isCached: false };
  }
}
