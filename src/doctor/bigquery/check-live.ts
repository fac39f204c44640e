import { z } from 'zod';
import { runJob } from '#src/edges/warehouse/bigquery/run-job.ts';
import { dateWords } from '#src/date-words.ts';
import { failed, note, ok, type Outcome } from '#src/doctor/check.ts';
import { statementOf, type Looked } from './looked.ts';

const newest = z
  .array(z.object({ number: z.int().nonnegative(), release: z.string(), seconds: z.int() }))
  .max(1);

/** Which release data_status says is live, and since when. Throws `WarehouseFault`. */
export async function checkLive(looked: Looked, signal: AbortSignal): Promise<Outcome> {
  const [row] = await readNewest(looked, signal);
  if (row === undefined)
    return note(
      'No release was ever made live in BigQuery, so the bot answers nothing yet.',
      'Let the release job make one, and two people approve it (infra/README.md).',
    );
  const since = sayDay(row.seconds);
  if (row.number === 0)
    return failed(
      `The last release was withdrawn on ${since}, so the bot answers nothing.`,
      'Let another one be live. Which there are: npm run release -- list',
    );
  return ok(`Release ${row.number} (${row.release}) is live, since ${since}.`);
}

async function readNewest({ client, place }: Looked, signal: AbortSignal) {
  const table = `\`${place.project}.${place.dataset}.data_status\``;
  const sql = `SELECT status.release_number AS number, status.release_id AS release, UNIX_SECONDS(status.made_live_at) AS seconds FROM ${table} AS status ORDER BY status.made_live_at DESC, number DESC LIMIT 1`;
  return newest.parse((await runJob(client, place, statementOf(sql), signal)).rows);
}

const sayDay = (seconds: number): string =>
  dateWords(new Date(seconds * 1000).toISOString().slice(0, 10));
