import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { chooseColumns } from '../import/choose-columns.ts';
import { rejectFile, rejectRows, stageSource, type WrongRow } from '../import/stage-source.ts';
import { textRows, type TextRow } from '../text-rows.ts';
import type { Lineage } from './axis.ts';
import type { ParentsSource } from './table-arguments.ts';

/** A file of larger places: `column` holds the values of keys, `name` is the file's. */
export type ReadParents = {
  readonly name: string;
  readonly column: string;
  readonly lineage: Lineage;
};

/** Reads which places lie in which, and checks that they nest. `table`: a name for the staging table. Throws `Rejection`. */
export async function readParents(
  connection: DuckDBConnection,
  { file, columns }: ParentsSource,
  table: string,
): Promise<ReadParents> {
  const names = columns.map((_, at) => `l${at}`);
  const map = Object.fromEntries(columns.map((column, at) => [`l${at}`, column]));
  const staged = await stageSource(connection, { file, table, names }, (header) =>
    chooseColumns(header, names, map),
  );
  const rows = await textRows(connection, `SELECT * FROM ${table} ORDER BY row`);
  const lines = rows.map((row) => ({ row: Number(row['row']), line: lineOf(row, names) }));
  if (lines.length === 0) throw rejectFile(file, ['holds no places below its first line']);
  const wrong = findWrong(lines, columns);
  if (wrong.length + staged.broken.length > 0) throw await rejectRows(staged, wrong);
  return {
    name: basename(file),
    column: columns[0] ?? '',
    lineage: new Map(lines.map(({ line: [code = '', ...above] }) => [code, above])),
  };
}

type PlacedLine = { readonly row: number; readonly line: readonly string[] };

const lineOf = (row: TextRow, names: readonly string[]): readonly string[] =>
  names.map((name) => row[name] ?? '');

/** What keeps the lines from nesting: an empty cell, a place in two places, a code on two levels. */
function findWrong(lines: readonly PlacedLine[], columns: readonly string[]): readonly WrongRow[] {
  const level = new Map<string, number>();
  const above = new Map<string, string>();
  return lines.flatMap(({ row, line }) => {
    const reason = line
      .map((code, at) => {
        if (code === '') return `${columns[at]} is empty: fill it in`;
        if ((level.get(code) ?? at) !== at)
          return `${columns[at]} holds a code of another column too: give every level codes of its own`;
        level.set(code, at);
        const next = line[at + 1];
        if (next === undefined) return undefined;
        if ((above.get(code) ?? next) !== next)
          return `${columns[at]} lies in another ${columns[at + 1]} on a line above: keep one`;
        above.set(code, next);
        return undefined;
      })
      .find((found) => found !== undefined);
    return reason === undefined ? [] : [{ row, reason }];
  });
}
