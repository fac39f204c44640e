import { join } from 'node:path';
import { vi } from 'vitest';
import { queries } from '#queries/index.ts';
import { weeklyTrips } from '#queries/weekly-trips.ts';
import type { BigQueryPlace } from '#src/edges/warehouse/bigquery/bigquery-place.ts';
import { makeBigQueryWarehouse } from '#src/edges/warehouse/make-bigquery-warehouse.ts';
import type { FakeTable } from '#test/support/bigquery/fake-bigquery.ts';
import type { FaultName } from '#test/support/bigquery/fault-queue.ts';
import {
  authOf,
  noDataset,
  type ReleaseDouble,
} from '#test/support/bigquery/open-release-double.ts';

/** A thing that goes wrong: as the program starts, or as somebody asks. `code`: of the fault that comes of it. `tables`: instead of the release's own. */
export type FaultCase = {
  readonly what: string;
  readonly when: 'start' | 'question';
  readonly code: string;
  readonly tables?: (own: readonly FakeTable[]) => readonly FakeTable[];
  readonly place?: Partial<BigQueryPlace>;
  readonly releaseNumber?: number;
  readonly auth?: 'none';
  readonly deadlineMs?: number;
  readonly provoke?: (double: ReleaseDouble['double']) => void;
};

const sqlFolder = join(import.meta.dirname, '../../../../queries');
const week = {
  origins: ['*'],
  destinations: ['ARD-S3'],
  modes: ['bus'],
  from: '2021-01-04',
  until: '2021-01-04',
};
const making = /^POST .jobs$/u;
const always = 1000;

const failing =
  (fault: FaultName) =>
  (double: ReleaseDouble['double']): void =>
    double.fail({ fault, on: making, times: always });

const question = (what: string, code: string, fault: FaultName): FaultCase => ({
  what,
  when: 'question',
  code,
  provoke: failing(fault),
});

const renamed = (own: readonly FakeTable[]): readonly FakeTable[] =>
  own.map((table) =>
    table.name.endsWith('.leaf_weekly')
      ? {
          ...table,
          columns: table.columns.map((column) =>
            column.name === 'destination' ? { ...column, name: 'place' } : column,
          ),
          rows: table.rows.map(({ destination = '', ...row }) => ({ ...row, place: destination })),
        }
      : table,
  );

const rewritten =
  (ending: string, change: Readonly<Record<string, string>>) =>
  (own: readonly FakeTable[]): readonly FakeTable[] =>
    own.map((table) =>
      table.name.endsWith(ending)
        ? { ...table, rows: table.rows.map((row) => ({ ...row, ...change })) }
        : table,
    );

/** Each way in which BigQuery may fail the bot. */
export const faultCases: readonly FaultCase[] = [
  {
    what: 'no Google account is attached and none is signed in',
    when: 'start',
    code: 'noCredentials',
    auth: 'none',
  },
  {
    what: 'the project is another one',
    when: 'start',
    code: 'noProject',
    place: { project: 'some-other-project' },
  },
  {
    what: 'the dataset is not there',
    when: 'start',
    code: 'noDataset',
    place: { dataset: noDataset },
  },
  {
    what: 'a table is not there',
    when: 'start',
    code: 'missing',
    tables: (own) => own.filter(({ name }) => !name.endsWith('.error_bound')),
  },
  {
    what: 'the dataset is one that the account may not read',
    when: 'start',
    code: 'denied',
    place: { dataset: 'trips_for_mobility' },
  },
  {
    what: 'a column was renamed',
    when: 'start',
    code: 'otherTables',
    tables: renamed,
  },
  {
    what: 'the release that is live has no rows',
    when: 'start',
    code: 'unreadable',
    releaseNumber: 9999,
  },
  {
    what: 'what is there was never attacked, or by an earlier version of the program',
    when: 'start',
    code: 'unchecked',
    tables: rewritten('.report', { value: 'failed' }),
  },
  {
    what: 'what is there was never protected',
    when: 'start',
    code: 'notProtected',
    tables: rewritten('.release', { mechanism: 'none' }),
  },
  {
    what: 'the token has expired or was taken back',
    when: 'question',
    code: 'noAccount',
    provoke: (double) => double.expire('token-b'),
  },
  question('a right was taken from the account', 'denied', 'accessDenied'),
  {
    what: 'a question would read more than it may be billed for',
    when: 'question',
    code: 'tooManyBytes',
    // Each table is billed as 10 MB at least.
    place: { mostBytes: 15_000_000 },
  },
  question('a question needs more than BigQuery gives to one', 'tooLarge', 'jobResourcesExceeded'),
  question('the quota of the day is used up', 'quota', 'quotaExceeded'),
  question('too many requests, again and again', 'rateLimited', 'rateLimitExceeded'),
  question('BigQuery is down, or answers with a page of HTML', 'unavailable', 'unavailablePage'),
  question('the connection breaks, again and again', 'unavailable', 'reset'),
  question('the job fails by itself', 'unavailable', 'jobBackendError'),
  {
    what: 'BigQuery takes the question and never answers',
    when: 'question',
    code: 'deadline',
    deadlineMs: 500,
    provoke: failing('hang'),
  },
  {
    what: 'a query does not fit the tables any more',
    when: 'question',
    code: 'invalidQuery',
    provoke: failing('invalidQuery'),
  },
];

/** Has it go wrong, and gives what is thrown; undefined where nothing is. */
export async function provoke(one: FaultCase, { double, place }: ReleaseDouble): Promise<unknown> {
  if (one.auth === 'none') forgetAccounts();
  const auth = one.auth === 'none' ? undefined : authOf();
  const options = { place: { ...place, ...one.place }, queries, sqlFolder, auth };
  try {
    const start = makeBigQueryWarehouse({ ...options, releaseNumber: one.releaseNumber ?? 7 });
    if (one.when === 'start') return await thrownBy(start);
    const warehouse = await start;
    one.provoke?.(double);
    const asked = warehouse.run(weeklyTrips, week, { deadlineMs: one.deadlineMs ?? 20_000 });
    const thrown = await thrownBy(asked);
    await warehouse.close();
    return thrown;
  } finally {
    vi.unstubAllEnvs();
  }
}

const thrownBy = (task: Promise<unknown>): Promise<unknown> =>
  task.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Nobody is signed in on this machine, and no cloud is asked whether it has attached somebody. */
function forgetAccounts(): void {
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '');
  vi.stubEnv('CLOUDSDK_CONFIG', join(import.meta.dirname, 'nobody'));
  vi.stubEnv('HOME', join(import.meta.dirname, 'nobody'));
  vi.stubEnv('METADATA_SERVER_DETECTION', 'none');
}
