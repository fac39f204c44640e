import type { BigQuery } from '@google-cloud/bigquery';
import type { BigQueryPlace } from '#src/edges/warehouse/bigquery/bigquery-place.ts';
import type { Statement } from '#src/edges/warehouse/bigquery/run-job.ts';
import type { WarehouseConfig } from '#src/edges/warehouse/bigquery/warehouse-config.ts';

/** What the checks of BigQuery look at. */
export type Looked = {
  readonly client: BigQuery;
  readonly place: BigQueryPlace;
  readonly config: WarehouseConfig;
  readonly projectFolder: string;
};

/** A statement of the doctor's, without parameters. */
export const statementOf = (sql: string): Statement => ({
  name: 'doctor',
  sql,
  types: {},
  params: {},
  timeoutMs: 10_000,
});
