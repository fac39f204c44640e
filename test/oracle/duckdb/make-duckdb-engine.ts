import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { bindParameters } from '#src/edges/warehouse/duckdb/bind-parameters.ts';
import { openReleaseFile } from '#src/edges/warehouse/duckdb/open-release-file.ts';
import { runStatement } from '#src/edges/warehouse/duckdb/run-statement.ts';
import { rewriteToDuckdb } from '#src/edges/warehouse/rewrite/rewrite-to-duckdb.ts';
import type { Dataset, Row } from '#test/oracle/data/dataset.ts';
import { writeDataset } from '#test/oracle/duckdb/write-dataset.ts';
import type { Engine, Loaded, Question } from '#test/oracle/engine.ts';

/** `askAsIs` runs DuckDB's own SQL, not rewritten. */
export type DuckdbLoaded = Loaded & { readonly askAsIs: Loaded['ask'] };

const never = new AbortController().signal;
const rows = z.array(
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
);

/** DuckDB with the rewriter, opened, bound and decoded by the warehouse's own parts. Its files are in a folder that `close` removes. */
export async function makeDuckdbEngine(): Promise<Engine<DuckdbLoaded>> {
  const folder = await mkdtemp(join(tmpdir(), 'oracle-'));
  let count = 0;
  return {
    load: (dataset) => load(dataset, join(folder, `${(count += 1)}.duckdb`)),
    close: () => rm(folder, { recursive: true }),
  };
}

async function load(dataset: Dataset, file: string): Promise<DuckdbLoaded> {
  const tables = await writeDataset(dataset, file);
  const instance = await openReleaseFile(file, '256MB');
  const connection = await instance.connect();
  const askAsIs = async ({ sql, types, params }: Question): Promise<readonly Row[]> =>
    rows.parse(await runStatement(connection, sql, bindParameters(types, params), never));
  return {
    askAsIs,
    ask: async (question) =>
      askAsIs({ ...question, sql: rewriteToDuckdb(question.sql, tables).sql }),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
