import type { BigQuery } from '@google-cloud/bigquery';
import { z } from 'zod';
import { withStopSignal } from '#src/edges/warehouse/stop-signal.ts';
import type { BigQueryPlace } from './bigquery-place.ts';
import { faultOf } from './read-error.ts';
import { runJob } from './run-job.ts';

const changed = z.tuple([z.object({ lastModifiedTime: z.string() })]).rest(z.unknown());
const status = z.array(z.object({ release_number: z.int().nonnegative() })).max(1);

const deadlineMs = 20_000;
const never = new AbortController().signal;

const statusSql = ({ project, dataset }: BigQueryPlace): string =>
  `SELECT status.release_number AS release_number FROM \`${project}.${dataset}.data_status\` AS status ORDER BY status.made_live_at DESC, release_number DESC LIMIT 1`;

/**
 * Reads which release is live: its number, 0 where the last one was withdrawn, undefined before the first. The table is read again only once it was changed: to ask when
 * that was costs nothing. Each call throws `WarehouseFault`.
 */
export function makeStatusReader(
  client: BigQuery,
  place: BigQueryPlace,
): () => Promise<number | undefined> {
  let known: { readonly changed: string; readonly number: number | undefined } | undefined;
  const read = async (): Promise<number | undefined> => {
    const rows = await withStopSignal({ deadlineMs }, never, async (stop) => {
      const statement = { name: 'status', sql: statusSql(place), types: {}, params: {} };
      return (await runJob(client, place, { ...statement, timeoutMs: deadlineMs }, stop)).rows;
    });
    return status.parse(rows)[0]?.release_number;
  };
  return async () => {
    const time = await timeOfChange(client, place);
    if (known?.changed !== time) known = { changed: time, number: await read() };
    return known.number;
  };
}

async function timeOfChange(client: BigQuery, { dataset }: BigQueryPlace): Promise<string> {
  try {
    const [{ lastModifiedTime }] = changed.parse(
      await withStopSignal({ deadlineMs }, never, () =>
        client.dataset(dataset).table('data_status').getMetadata(),
      ),
    );
    return lastModifiedTime;
  } catch (error) {
    throw faultOf(error);
  }
}
