import type { BigQuery } from '@google-cloud/bigquery';
import { z } from 'zod';
import { readSealed } from '#src/disclosure/protected.ts';
import type { BigQueryPlace } from '#src/edges/warehouse/bigquery/bigquery-place.ts';
import { openClient, type Auth } from '#src/edges/warehouse/bigquery/open-client.ts';
import { planQueries } from '#src/edges/warehouse/bigquery/plan-queries.ts';
import { runJob } from '#src/edges/warehouse/bigquery/run-job.ts';
import { releaseParameter, scopeTables } from '#src/edges/warehouse/bigquery/scope-tables.ts';
import { makePool } from '#src/edges/warehouse/pool.ts';
import { readParams, readRows } from '#src/edges/warehouse/query-contract.ts';
import { readRelease, type AskRelease } from '#src/edges/warehouse/read-release.ts';
import { findRegistered, readRegisteredQueries } from '#src/edges/warehouse/registered-query.ts';
import { withStopSignal } from '#src/edges/warehouse/stop-signal.ts';
import { Fault } from '#src/fault.ts';
import type { Query, Warehouse } from '#src/ports.ts';

/** `releaseNumber`: which release answers, by its partition. `auth`: who asks, where it is not the account that is attached. */
export type BigQueryWarehouseOptions = {
  readonly place: BigQueryPlace;
  readonly releaseNumber: number;
  readonly queries: readonly Query[];
  readonly sqlFolder: string;
  readonly auth?: Auth | undefined;
};

/** So many jobs at once; further questions wait their turn, within their deadline. */
const mostJobs = 8;
const startMs = 60_000;
const never = new AbortController().signal;
const parameters = z.record(z.string(), z.unknown());

/**
 * A warehouse over one release in BigQuery. Throws `ConfigFault` for a place that cannot be meant, and `WarehouseFault`: `notProtected`, `unreadable` or `unchecked` for
 * what is no release that may answer, `otherTables` where a query does not fit the tables, and what BigQuery refuses.
 */
export async function makeBigQueryWarehouse(options: BigQueryWarehouseOptions): Promise<Warehouse> {
  const { place, releaseNumber } = options;
  const registered = await readRegisteredQueries(options.queries, options.sqlFolder);
  const client = openClient(place, options.auth);
  const { release, seal } = await readRelease(askRelease(client, place, releaseNumber));
  const planned = await planQueries(client, place, registered, releaseNumber);
  const slots = makePool(Array.from({ length: mostJobs }, (_, at) => at));
  const closing = new AbortController();
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing.abort(new Fault('WarehouseFault', 'closed', 'the warehouse is closed'));
    return slots.drain();
  };
  return {
    release,
    run: async (query, params, run) => {
      const start = performance.now();
      const { bigQuerySql, hash } = findRegistered(planned, query);
      const values = readParams(query, params);
      const { rows, job } = await withStopSignal(run, closing.signal, (stop) =>
        slots.use(async () => {
          stop.throwIfAborted();
          const statement = {
            name: query.id,
            sql: bigQuerySql,
            types: { ...query.types, [releaseParameter]: 'INT64' as const },
            params: { ...parameters.parse(values), [releaseParameter]: releaseNumber },
            timeoutMs: Math.max(1, run.deadlineMs - (performance.now() - start)),
          };
          return runJob(client, place, statement, stop);
        }),
      );
      return {
        rows: readSealed(readRows(query, rows), seal),
        provenance: {
          engine: 'bigquery',
          queryId: query.id,
          hash,
          durationMs: Math.round(performance.now() - start),
          job,
        },
      };
    },
    close: () => (closed ??= close()),
  };
}

/** Asks the tables of a release without a contract: what it says of itself is read with care by `readRelease`. */
const askRelease =
  (client: BigQuery, place: BigQueryPlace, releaseNumber: number): AskRelease =>
  async ({ sql, types, params }) => {
    const statement = {
      name: 'release',
      sql: scopeTables(sql, place),
      types: { ...types, [releaseParameter]: 'INT64' as const },
      params: { ...params, [releaseParameter]: releaseNumber },
      timeoutMs: startMs,
    };
    const { rows } = await withStopSignal({ deadlineMs: startMs }, never, (stop) =>
      runJob(client, place, statement, stop),
    );
    return rows;
  };
