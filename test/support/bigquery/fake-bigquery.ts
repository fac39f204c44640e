import type { Row } from '#test/oracle/data/dataset.ts';
import type { Column, StoredType } from '#test/oracle/data/read-schema.ts';
import type { Evaluator } from '#test/oracle/evaluator/open-evaluator.ts';
import type { FaultRule } from './fault-queue.ts';

/** A table. `name`: `dataset.table`. `partition`: no query may read it without a filter on this column. */
export type FakeTable = {
  readonly name: string;
  readonly columns: readonly Column<StoredType>[];
  readonly rows: readonly Row[];
  readonly partition?: { readonly column: string };
};

/** Who a bearer token stands for, and the datasets this account may use. `name`: only for `calls` and `jobs`. Without `mayRunJobs` it may. */
export type FakeAccount = {
  readonly name: string;
  readonly token: string;
  readonly mayRead: readonly string[];
  readonly mayCreateTablesIn?: readonly string[];
  readonly mayLoadInto?: readonly string[];
  readonly mayRunJobs?: boolean;
};

/** One request that arrived. `path`: after the project, such as `/jobs`, or as it came where it names no project. `account`: undefined where the token is nobody's. */
export type FakeCall = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly account: string | undefined;
};

/** A job as it now stands. `bytes`: what it read, by the estimate. `reason`: why it failed. */
export type FakeJob = {
  readonly id: string;
  readonly account: string;
  readonly kind: 'query' | 'load';
  readonly state: 'RUNNING' | 'DONE';
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly maximumBytesBilled: string | undefined;
  readonly dryRun: boolean;
  readonly cancelled: boolean;
  readonly cacheHit: boolean;
  readonly bytes: number;
  readonly reason: string | undefined;
};

/** Jobs that take their time. `sql`: only those whose text has it. `times`: how many, one unless said. */
export type SlowRule = { readonly ms: number; readonly sql?: string; readonly times?: number };

/** `pageRows`: the most rows of a page, 1000 unless said. The evaluator is not closed. */
export type FakeBigQueryOptions = {
  readonly evaluator: Evaluator;
  readonly projectId: string;
  readonly location: string;
  readonly tables: readonly FakeTable[];
  readonly accounts: readonly FakeAccount[];
  readonly pageRows?: number;
};

/** BigQuery's REST interface, as far as the real client is used here, and stricter than Google's. */
export type FakeBigQuery = {
  /** For `apiEndpoint`. */
  readonly url: string;
  readonly calls: () => readonly FakeCall[];
  /** In the order in which they were made, dry runs included. */
  readonly jobs: () => readonly FakeJob[];
  /** The rows of a table as they now are. */
  readonly rows: (table: string) => readonly Row[];
  /** From now on the table has these rows. */
  readonly setRows: (table: string, rows: readonly Row[]) => void;
  readonly fail: (rule: FaultRule) => void;
  readonly slow: (rule: SlowRule) => void;
  /** From now on the token has expired. */
  readonly expire: (token: string) => void;
  readonly close: () => Promise<void>;
};
