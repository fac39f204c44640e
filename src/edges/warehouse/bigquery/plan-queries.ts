import type { BigQuery } from '@google-cloud/bigquery';
import type { RegisteredQuery } from '#src/edges/warehouse/registered-query.ts';
import { Fault } from '#src/fault.ts';
import type { ParameterType } from '#src/ports.ts';
import type { BigQueryPlace } from './bigquery-place.ts';
import { dryRun } from './run-job.ts';
import { releaseParameter, scopeTables } from './scope-tables.ts';

/** A registered query with the SQL that BigQuery runs. `bytes`: what a dry run said it reads. */
export type PlannedQuery = RegisteredQuery & {
  readonly bigQuerySql: string;
  readonly bytes: number;
};

/** A value of each type, for a query that is only planned. */
const samples: Readonly<Record<ParameterType, unknown>> = {
  STRING: '',
  DATE: '2000-01-03',
  INT64: 0,
  'ARRAY<STRING>': [],
};

const planMs = 60_000;

/** Has BigQuery check every query against the release. Throws a fault that names the query that it cannot run. */
export async function planQueries(
  client: BigQuery,
  place: BigQueryPlace,
  registered: readonly RegisteredQuery[],
  releaseNumber: number,
): Promise<readonly PlannedQuery[]> {
  return Promise.all(registered.map((one) => plan(client, place, one, releaseNumber)));
}

async function plan(
  client: BigQuery,
  place: BigQueryPlace,
  registered: RegisteredQuery,
  releaseNumber: number,
): Promise<PlannedQuery> {
  const { query, sql } = registered;
  const bigQuerySql = scopeTables(sql, place);
  const params = Object.entries(query.types).map(([name, type]) => [name, samples[type]] as const);
  const statement = {
    name: query.id,
    sql: bigQuerySql,
    types: { ...query.types, [releaseParameter]: 'INT64' as const },
    params: { ...Object.fromEntries(params), [releaseParameter]: releaseNumber },
    timeoutMs: planMs,
  };
  try {
    return { ...registered, bigQuerySql, bytes: await dryRun(client, place, statement) };
  } catch (fault) {
    if (!(fault instanceof Fault) || fault.code !== 'invalidQuery') throw fault;
    throw new Fault('WarehouseFault', 'otherTables', tablesDiffer(query.id), { cause: fault });
  }
}

const tablesDiffer = (id: string): string =>
  `the tables in BigQuery are not those of this version of the program: it cannot run the query ${id}`;
