import { readSealed, sealRelease } from '#src/disclosure/protected.ts';
import { Fault } from '#src/fault.ts';
import type { Warehouse } from '#src/ports.ts';
import type { ReleaseInfo } from '#src/release-info.ts';

/** One query with its parameters, and the rows that a warehouse gave for it: columns once, then one list of values a row. */
export type Recording = {
  readonly query: string;
  readonly params: unknown;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
};

type AnyRow = Readonly<Record<string, unknown>>;

/** How a query with its parameters is found again. */
const keyOf = (query: string, params: unknown): string => `${query} ${JSON.stringify(params)}`;

function toRecording(query: string, params: unknown, rows: readonly unknown[]): Recording {
  // Every row of a warehouse is an object of columns.
  const objects = rows as readonly AnyRow[];
  const columns = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  return {
    query,
    params,
    columns,
    rows: objects.map((row) => columns.map((column) => row[column] ?? null)),
  };
}

const toRows = ({ columns, rows }: Recording): readonly AnyRow[] =>
  rows.map((values) => Object.fromEntries(columns.map((column, at) => [column, values[at]])));

/** A warehouse that also keeps what it is asked and what it answers, in the order of the questions. */
export function recordWarehouse(real: Warehouse): {
  readonly warehouse: Warehouse;
  readonly recordings: () => Promise<readonly Recording[]>;
} {
  const kept: Promise<Recording>[] = [];
  const warehouse: Warehouse = {
    release: real.release,
    run: (query, params, options) => {
      const running = real.run(query, params, options);
      kept.push(running.then(({ rows }) => toRecording(query.id, params, rows)));
      return running;
    },
    close: () => real.close(),
  };
  return { warehouse, recordings: () => Promise.all(kept) };
}

/** A warehouse that answers from recordings alone: what was not recorded is a fault. */
export function makeRecordedWarehouse(
  release: ReleaseInfo,
  recordings: readonly Recording[],
): Warehouse {
  const seal = sealRelease(release);
  const known = new Map(recordings.map((one) => [keyOf(one.query, one.params), one]));
  return {
    release,
    run: (query, params) => {
      const found = known.get(keyOf(query.id, query.params.parse(params)));
      if (found === undefined)
        throw new Fault('WarehouseFault', 'notRecorded', `${query.id} was not recorded so`);
      const rows = toRows(found).map((row) => query.row.parse(row));
      return Promise.resolve({
        rows: readSealed(rows, seal),
        provenance: { engine: 'duckdb', queryId: query.id, hash: '0'.repeat(12), durationMs: 0 },
      });
    },
    close: () => Promise.resolve(),
  };
}
