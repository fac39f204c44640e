import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { readSealed } from '#src/disclosure/protected.ts';
import { bindParameters } from '#src/edges/warehouse/duckdb/bind-parameters.ts';
import { openReleaseFile } from '#src/edges/warehouse/duckdb/open-release-file.ts';
import { planQueries } from '#src/edges/warehouse/duckdb/plan-queries.ts';
import { runStatement } from '#src/edges/warehouse/duckdb/run-statement.ts';
import { makePool } from '#src/edges/warehouse/pool.ts';
import { protectedTables } from '#src/edges/warehouse/protected-tables.ts';
import { readParams, readRows } from '#src/edges/warehouse/query-contract.ts';
import { readRelease, type AskRelease } from '#src/edges/warehouse/read-release.ts';
import { rewriteToDuckdb } from '#src/edges/warehouse/rewrite/rewrite-to-duckdb.ts';
import { findRegistered, readRegisteredQueries } from '#src/edges/warehouse/registered-query.ts';
import { withStopSignal } from '#src/edges/warehouse/stop-signal.ts';
import { Fault } from '#src/fault.ts';
import type { Query, Warehouse } from '#src/ports.ts';

/** `file`: a protected release. `sqlFolder`: where `<id>.sql` of every query lies. `memoryLimit`: as DuckDB writes it. */
export type DuckdbWarehouseOptions = {
  readonly file: string;
  readonly queries: readonly Query[];
  readonly sqlFolder: string;
  readonly memoryLimit?: string;
};

/**
 * Two connections: a slow question does not hold up a quick one, an interrupt ends its own question alone, and two
 * threads of Node's pool of four stay free for files and pictures. Further questions wait their turn, within their deadline.
 */
const connectionCount = 2;

/**
 * A warehouse over one release file. Refuses to start, with a fault, where the file is missing (`noRelease`), not a
 * DuckDB file (`unreadable`) or not protected (`notProtected`); with an `Error` where a query cannot be rewritten or planned.
 */
export async function makeDuckdbWarehouse(options: DuckdbWarehouseOptions): Promise<Warehouse> {
  const registered = await readRegisteredQueries(options.queries, options.sqlFolder);
  const instance = await openReleaseFile(options.file, options.memoryLimit ?? '512MB');
  try {
    const connections = await connect(instance);
    const { release, seal } = await readRelease(askRelease(connections[0]));
    const planned = await planQueries(connections[0], registered);
    return serve(instance, connections, { release, seal, planned });
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

const never = new AbortController().signal;

const askRelease =
  (connection: DuckDBConnection): AskRelease =>
  ({ sql, types, params }) =>
    runStatement(
      connection,
      rewriteToDuckdb(sql, protectedTables).sql,
      bindParameters(types, params),
      never,
    );

async function connect(
  instance: DuckDBInstance,
): Promise<readonly [DuckDBConnection, ...DuckDBConnection[]]> {
  const first = await instance.connect();
  const others = Array.from({ length: connectionCount - 1 }, () => instance.connect());
  return [first, ...(await Promise.all(others))];
}

type Opened = Awaited<ReturnType<typeof readRelease>> & {
  readonly planned: Awaited<ReturnType<typeof planQueries>>;
};

function serve(
  instance: DuckDBInstance,
  connections: readonly DuckDBConnection[],
  { release, seal, planned }: Opened,
): Warehouse {
  const pool = makePool(connections);
  const closing = new AbortController();

  async function end(): Promise<void> {
    closing.abort(new Fault('WarehouseFault', 'closed', 'the warehouse is closed'));
    await pool.drain();
    for (const connection of connections) connection.closeSync();
    instance.closeSync();
  }

  let ended: Promise<void> | undefined;
  return {
    release,
    run: async (query, params, options) => {
      const start = performance.now();
      const { duckdbSql, hash } = findRegistered(planned, query);
      const values = readParams(query, params);
      const bindings = bindParameters(query.types, values);
      const found = await withStopSignal(options, closing.signal, (stop) =>
        pool.use((connection) => runStatement(connection, duckdbSql, bindings, stop)),
      );
      return {
        rows: readSealed(readRows(query, found), seal),
        provenance: {
          engine: 'duckdb',
          queryId: query.id,
          hash,
          durationMs: Math.round(performance.now() - start),
        },
      };
    },
    close: () => (ended ??= end()),
  };
}
