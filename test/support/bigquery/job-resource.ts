import type { Job } from './job.ts';
import type { World } from './world.ts';

/** A job as BigQuery's REST interface writes it. A job that failed says so here, under HTTP 200. */
export function writeJob(world: World, job: Job): unknown {
  const { projectId, location } = world;
  const { dryRun, labels, kind, bytes } = job;
  return {
    kind: 'bigquery#job',
    id: `${projectId}:${location}.${job.id}`,
    jobReference: { projectId, jobId: job.id, location },
    configuration: { jobType: kind.toUpperCase(), dryRun, labels },
    status: writeStatus(job),
    statistics: {
      totalBytesProcessed: String(bytes.read),
      ...(kind === 'query' && {
        query: {
          totalBytesProcessed: String(bytes.read),
          totalBytesBilled: String(dryRun ? 0 : bytes.billed),
          cacheHit: job.cacheHit,
          statementType: 'SELECT',
        },
      }),
      ...(job.end?.kind === 'loaded' && { load: { outputRows: String(job.end.rows) } }),
    },
  };
}

function writeStatus({ end }: Job): unknown {
  if (end === undefined) return { state: 'RUNNING' };
  if (end.kind !== 'failed') return { state: 'DONE' };
  const { reason, message } = end.refusal;
  return { state: 'DONE', errorResult: { reason, message }, errors: [{ reason, message }] };
}
