import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ChosenColumns } from './choose-columns.ts';
import { findLines } from './find-lines.ts';
import { listProblems, Rejection, type Problem } from './problem.ts';
import { openSource, type SourceFile } from './source-file.ts';
import { stageFile, type BrokenRecord } from './stage-file.ts';

/** A user's file in a temporary table, and the records that are no rows. */
export type StagedSource = {
  readonly source: SourceFile;
  readonly chosen: ChosenColumns;
  readonly broken: readonly BrokenRecord[];
};

/** One thing wrong with a staged row. `sameAs`: the row it repeats, whose place ends the reason. */
export type WrongRow = {
  readonly row: number;
  readonly reason: string;
  readonly sameAs?: number | undefined;
};

type Choice = { readonly chosen: ChosenColumns; readonly reasons: readonly string[] };

/** Opens a file, lets `choose` find its columns and stages them. Throws `Rejection` where the file or its header will not do. */
export async function stageSource(
  connection: DuckDBConnection,
  {
    file,
    table,
    names,
  }: { readonly file: string; readonly table: string; readonly names: readonly string[] },
  choose: (header: readonly string[]) => Choice,
): Promise<StagedSource> {
  const source = await openSource(connection, file);
  if ('reason' in source) throw rejectFile(file, [source.reason]);
  const { chosen, reasons } = choose(source.columns);
  if (reasons.length > 0) throw rejectFile(file, reasons);
  try {
    return {
      source,
      chosen,
      broken: await stageFile(connection, source, { table, names, chosen }),
    };
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('Invalid Input Error'))) throw error;
    throw rejectFile(file, [
      `cannot be read as ${source.format === 'csv' ? 'CSV: are its line endings mixed?' : 'Parquet'}`,
    ]);
  }
}

/** Problems with a file as a whole. */
export function rejectFile(file: string, reasons: readonly string[]): Rejection {
  return new Rejection(
    listProblems(reasons.map((reason) => ({ file: basename(file), line: undefined, reason }))),
  );
}

/** Problems with rows, at their places in the file, together with its broken records. `total` counts the rows that are not given as well. */
export async function rejectRows(
  staged: StagedSource,
  wrong: readonly WrongRow[],
  total = wrong.length,
): Promise<Rejection> {
  const { source, broken } = staged;
  return new Rejection(
    listProblems(await placeProblems(source, broken, wrong), total + broken.length),
  );
}

async function placeProblems(
  source: SourceFile,
  broken: readonly BrokenRecord[],
  wrong: readonly WrongRow[],
): Promise<readonly Problem[]> {
  const file = basename(source.file);
  if (source.format === 'parquet')
    return wrong.map((each) => ({
      file,
      line: each.row,
      reason: sayWrong(each, `row ${each.sameAs}`),
    }));
  const records = { source, broken: new Set(broken.map(({ record }) => record)) };
  const lines = await findLines(
    records,
    new Set(wrong.flatMap(({ row, sameAs }) => [row, sameAs ?? row])),
  );
  return [
    ...wrong.map((each) => ({
      file,
      line: lines.ofRow.get(each.row),
      reason: sayWrong(each, `line ${lines.ofRow.get(each.sameAs ?? 0)}`),
    })),
    ...broken.map(({ record, reason }) => ({ file, line: lines.ofRecord.get(record), reason })),
  ];
}

function sayWrong({ reason, sameAs }: WrongRow, where: string): string {
  return sameAs === undefined ? reason : `${reason} ${where}`;
}
