import type { z } from 'zod';
import type { AttackedTable } from '#src/disclosure/attack/attacked-table.ts';
import type { Protected } from '#src/disclosure/protected.ts';
import type { ReleaseInfo } from '#src/release-info.ts';

/** GoogleSQL types a query parameter may have. */
export type ParameterType = 'STRING' | 'DATE' | 'INT64' | 'ARRAY<STRING>';

/**
 * One registered question to the warehouse. Its SQL lies in `queries/<id>.sql` (GoogleSQL, named parameters only).
 * `types` names every parameter; `params` and `row` are the contract on both sides.
 */
export type Query<P = unknown, R = unknown> = {
  readonly id: string;
  readonly types: Readonly<Record<string, ParameterType>>;
  readonly params: z.ZodType<P>;
  readonly row: z.ZodType<R>;
};

/** A job of BigQuery, by the name under which its owner finds it. `bytesBilled`: absent where BigQuery did not say. */
export type WarehouseJob = {
  readonly id: string;
  readonly bytesBilled?: number;
  readonly isCached: boolean;
};

/** Where an answer came from: printed on receipts and logged. `hash` is the first 12 hex digits of the SHA-256 of the SQL. `job`: where the engine has such. */
export type Provenance = {
  readonly engine: 'duckdb' | 'bigquery';
  readonly queryId: string;
  readonly hash: string;
  readonly durationMs: number;
  readonly job?: WarehouseJob;
};

export type RunOptions = { readonly deadlineMs: number; readonly signal?: AbortSignal };

/**
 * The only way to data: registered queries over one protected release.
 * `run` throws `WarehouseFault` when the query is not registered, a parameter or row breaks its contract, the deadline passes or the call is aborted.
 */
export type Warehouse = {
  readonly release: ReleaseInfo;
  run<P, R>(
    query: Query<P, R>,
    params: P,
    options: RunOptions,
  ): Promise<{ readonly rows: readonly Protected<R>[]; readonly provenance: Provenance }>;
  close(): Promise<void>;
};

/** A drawn picture. */
export type Picture = {
  readonly png: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** A Vega-Lite specification, as plain JSON. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/** Draws a specification; throws `RenderFault`. */
export type Renderer = (spec: ChartSpec) => Promise<Picture>;

/** Uniform numbers in [0, 1) from a keyed stream; the same label and key give the same stream. */
export type KeyedStream = (label: string) => () => number;

/** One linear program held in memory until `close`. */
export type LinearProgram = {
  /**
   * Values of all cells where Σ weight × cell is greatest (other cells weigh nothing); undefined where nothing bounds it.
   * Starts from the last values found, so that like questions in a row are cheap. Throws `ReleaseFault` where no table fits.
   */
  maximise(cells: ArrayLike<number>, weights: ArrayLike<number>): Float64Array | undefined;
  close(): void;
};

/** Solves linear programs; cells may take fractions. */
export type LinearSolver = { open(table: AttackedTable): LinearProgram };
