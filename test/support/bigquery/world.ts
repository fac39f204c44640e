import type { Row } from '#test/oracle/data/dataset.ts';
import { cellsOf } from '#test/oracle/data/cells-of.ts';
import type { Column, StoredType } from '#test/oracle/data/read-schema.ts';
import type { Catalogue } from '#test/oracle/evaluator/load-catalogue.ts';
import type { FakeAccount, FakeBigQueryOptions, SlowRule } from './fake-bigquery.ts';
import type { Job } from './job.ts';
import type { QueryAnswer } from './rest-rows.ts';

/** A table whose rows may change. `name`: `project.dataset.table`. */
export type LiveTable = {
  readonly name: string;
  readonly columns: readonly Column<StoredType>[];
  readonly partition: { readonly column: string } | undefined;
  rows: readonly Row[];
  /** How often its rows were changed. */
  changes: number;
};

/** All that the server knows. */
export type World = {
  readonly projectId: string;
  readonly location: string;
  readonly pageRows: number;
  readonly accounts: ReadonlyMap<string, FakeAccount>;
  readonly expired: Set<string>;
  readonly tables: ReadonlyMap<string, LiveTable>;
  /** In the order in which they were made. */
  readonly jobs: Job[];
  /** Answers by account, text and parameters, until a table changes. */
  readonly cache: Map<string, QueryAnswer>;
  readonly setRows: (table: LiveTable, rows: readonly Row[]) => void;
  /** The tables as they now are. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly addDelay: (rule: SlowRule) => void;
  /** How long the next job with this text is to take, in milliseconds. */
  readonly takeDelay: (sql: string) => number;
};

/** A world at its beginning. */
export function makeWorld(options: FakeBigQueryOptions): World {
  const { evaluator, projectId, location, pageRows = 1000 } = options;
  const cache = new Map<string, QueryAnswer>();
  const tables = new Map(
    options.tables.map(({ name, columns, rows, partition }) => {
      const full = `${projectId}.${name}`;
      return [full, { name: full, columns, rows, partition, changes: 0 } satisfies LiveTable];
    }),
  );
  let loaded: Promise<Catalogue> | undefined;
  const namedTables = () =>
    [...tables.values()].map(({ name, columns, rows }) => ({
      name,
      columns,
      rows: rows.map((row) => cellsOf(name, columns, row)),
    }));
  return {
    projectId,
    location,
    pageRows,
    accounts: new Map(options.accounts.map((account) => [account.token, account])),
    expired: new Set(),
    tables,
    jobs: [],
    cache,
    setRows: (table, rows) => {
      table.rows = rows;
      table.changes += 1;
      cache.clear();
      loaded = undefined;
    },
    catalogue: () => (loaded ??= evaluator.load(namedTables())),
    ...makeDelays(),
  };
}

function makeDelays(): Pick<World, 'addDelay' | 'takeDelay'> {
  const waiting: { readonly rule: SlowRule; times: number }[] = [];
  return {
    addDelay: (rule) => waiting.push({ rule, times: rule.times ?? 1 }),
    takeDelay: (sql) => {
      const next = waiting.find(({ rule, times }) => times > 0 && sql.includes(rule.sql ?? ''));
      if (next === undefined) return 0;
      next.times -= 1;
      return next.rule.ms;
    },
  };
}
