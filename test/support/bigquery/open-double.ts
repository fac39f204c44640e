import { BigQuery, type BigQueryOptions } from '@google-cloud/bigquery';
import { OAuth2Client } from 'google-auth-library';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openEvaluator, type Evaluator } from '#test/oracle/evaluator/open-evaluator.ts';
import type { FakeBigQuery, FakeBigQueryOptions } from './fake-bigquery.ts';
import { startFakeBigQuery } from './start-fake-bigquery.ts';

const startsWithinMs = 120_000;

/** Starts doubles for the tests of a file, over one evaluator; each ends with its test. `tables` and `accounts` are a small world's unless given. */
export function useDoubles(): (options?: Partial<FakeBigQueryOptions>) => Promise<FakeBigQuery> {
  let evaluator: Evaluator | undefined;
  const open: FakeBigQuery[] = [];
  beforeAll(async () => {
    evaluator = await openEvaluator();
  }, startsWithinMs);
  afterEach(async () => {
    await Promise.all(open.splice(0).map((double) => double.close()));
  });
  afterAll(() => evaluator?.close());
  return async (options = {}) => {
    if (evaluator === undefined) throw new Error('the evaluator was not started');
    const double = await startFakeBigQuery({ evaluator, ...smallWorld, ...options });
    open.push(double);
    return double;
  };
}

/** Two releases of a few leaves, and raw trips that the bot may not read. */
const smallWorld = {
  projectId: 'mobility-test',
  location: 'europe-west2',
  tables: [
    {
      name: 'released.leaf_weekly',
      columns: [
        { name: 'release_number', type: 'INT64' },
        { name: 'week', type: 'DATE' },
        { name: 'mode', type: 'STRING' },
        { name: 'trips', type: 'INT64' },
      ],
      rows: [
        { release_number: 1, week: '2021-01-04', mode: 'bus', trips: 40 },
        { release_number: 2, week: '2021-01-04', mode: 'bus', trips: 120 },
        { release_number: 2, week: '2021-01-11', mode: 'bus', trips: 80 },
        { release_number: 2, week: '2021-01-11', mode: 'rail', trips: 57 },
      ],
      partition: { column: 'release_number' },
    },
    {
      name: 'released.data_status',
      columns: [
        { name: 'release_number', type: 'INT64' },
        { name: 'share', type: 'FLOAT64' },
        { name: 'live', type: 'BOOL' },
        { name: 'note', type: 'STRING' },
      ],
      rows: [
        { release_number: 1, share: 0.25, live: false, note: null },
        { release_number: 2, share: 1, live: true, note: 'é' },
      ],
    },
    { name: 'raw.trips', columns: [{ name: 'device', type: 'STRING' }], rows: [] },
  ],
  accounts: [
    {
      name: 'release',
      token: 'token-a',
      mayRead: ['raw', 'released'],
      mayLoadInto: ['released'],
      mayCreateTablesIn: ['released'],
    },
    { name: 'bot', token: 'token-b', mayRead: ['released'] },
    { name: 'nobody', token: 'token-c', mayRead: [], mayRunJobs: false },
  ],
} as const satisfies Partial<FakeBigQueryOptions>;

/** The real client, as the bot's account unless another token is given. It does not retry unless told. */
export function connectClient(
  double: FakeBigQuery,
  token = 'token-b',
  retryOptions: BigQueryOptions['retryOptions'] = { autoRetry: false },
): BigQuery {
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: token, expiry_date: Number.MAX_SAFE_INTEGER });
  return new BigQuery({
    projectId: smallWorld.projectId,
    location: smallWorld.location,
    apiEndpoint: double.url,
    authClient,
    retryOptions,
  });
}

/** The code, reason and message with which a task of the client's is rejected. Throws where it is not. */
export async function refusalOf(
  task: Promise<unknown>,
): Promise<{ readonly code: unknown; readonly reason: unknown; readonly message: string }> {
  const error: unknown = await task.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error('nothing was refused');
  const { code, errors, message } = error as Error & {
    code?: unknown;
    errors?: readonly { readonly reason?: unknown }[];
  };
  return { code, reason: errors?.[0]?.reason, message };
}
