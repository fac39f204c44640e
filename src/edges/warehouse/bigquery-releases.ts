import type { Query } from '#src/ports.ts';
import { openClient, type Auth } from './bigquery/open-client.ts';
import { makeStatusReader } from './bigquery/read-status.ts';
import type { BigQueryPlace } from './bigquery/bigquery-place.ts';
import { makeBigQueryWarehouse } from './make-bigquery-warehouse.ts';
import type { Releases } from './releases.ts';

/** `auth`: who asks, where it is not the account that is attached. */
export type BigQueryReleasesOptions = {
  readonly place: BigQueryPlace;
  readonly queries: readonly Query[];
  readonly sqlFolder: string;
  readonly auth?: Auth | undefined;
};

/** The releases in BigQuery, by their numbers. Throws `ConfigFault` for a place that cannot be meant. */
export function bigQueryReleases(options: BigQueryReleasesOptions): Releases {
  const readStatus = makeStatusReader(openClient(options.place, options.auth), options.place);
  return {
    current: async () => {
      const number = await readStatus();
      if (number === undefined) return { kind: 'none' };
      return number === 0 ? { kind: 'withdrawn' } : { kind: 'live', name: String(number) };
    },
    open: (name) => makeBigQueryWarehouse({ ...options, releaseNumber: Number(name) }),
  };
}
