import { expect } from 'vitest';
import type { Dataset, Row } from '#test/oracle/data/dataset.ts';
import { makeDuckdbEngine, type DuckdbLoaded } from '#test/oracle/duckdb/make-duckdb-engine.ts';
import type { Loaded, Question } from '#test/oracle/engine.ts';
import { makeOracle } from '#test/oracle/evaluator/make-oracle.ts';

/** One data set in both engines. */
export type Both = {
  readonly dataset: Dataset;
  readonly oracle: Loaded;
  readonly duckdb: DuckdbLoaded;
};

export type BothEngines = {
  readonly load: (dataset: Dataset) => Promise<Both>;
  readonly close: () => Promise<void>;
};

/** How long the engines and their data may take on a machine that is busy. */
export const startsWithinMs = 120_000;

/** The oracle and DuckDB. `close` also closes every data set. */
export async function startBothEngines(): Promise<BothEngines> {
  const oracle = await makeOracle();
  const duckdb = await makeDuckdbEngine();
  const open: Loaded[] = [];
  return {
    load: async (dataset) => {
      const both = {
        dataset,
        oracle: await oracle.load(dataset),
        duckdb: await duckdb.load(dataset),
      };
      open.push(both.oracle, both.duckdb);
      return both;
    },
    close: async () => {
      try {
        await Promise.all(open.map((loaded) => loaded.close()));
      } finally {
        await oracle.close();
        await duckdb.close();
      }
    },
  };
}

/** Fails unless both engines give the same rows in the same order. Returns them. */
export async function expectSameRows(both: Both, question: Question): Promise<readonly Row[]> {
  const [truth, rows] = await Promise.all([both.oracle.ask(question), both.duckdb.ask(question)]);
  const asked = `${question.sql}\n${JSON.stringify(question.params)}`;
  expect(rows.map(withOneZero), asked).toEqual(truth.map(withOneZero));
  return truth;
}

/** SQL compares -0 and 0 as equal, and DuckDB's ORDER BY makes the one the other. */
function withOneZero(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value === 0 ? 0 : value]),
  );
}
