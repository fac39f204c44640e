import type { DuckDBConnection } from '@duckdb/node-api';
import {
  rejectFile,
  rejectRows,
  type StagedSource,
  type WrongRow,
} from '../import/stage-source.ts';
import type { Lineage } from './axis.ts';
import { readParents, type ReadParents } from './read-parents.ts';
import type { TableSource } from './table-arguments.ts';

/** A staged table: `keys[k][i]` is the value of key k in row i + 1. `total`: how it marks the margins over all values, if it holds margins. */
type KeyedRows = {
  readonly staged: StagedSource;
  readonly keys: readonly (readonly string[])[];
  readonly total?: string;
};

/**
 * The larger places of each key's values: from the file whose column has the key's name, else from one that holds some of its values.
 * Throws `Rejection` where a value is not in its file, is itself a larger place (in a table without margins), or a file is of no use.
 */
export async function readLineages(
  connection: DuckDBConnection,
  source: TableSource,
  rows: KeyedRows,
): Promise<readonly Lineage[]> {
  const files: ReadParents[] = [];
  for (const [at, parents] of source.parents.entries())
    files.push(await readParents(connection, parents, `staged_parents${at}`));
  const chosen = source.keys.map((key, at) =>
    chooseParents(files, source.keys, key, rows.keys[at] ?? []),
  );
  for (const unused of files.filter((file) => !chosen.includes(file)))
    throw rejectFile(unused.name, [
      `its column ${unused.column} holds no value of any key: name the column of the codes first`,
    ]);
  for (const [at, file] of chosen.entries())
    if (file !== undefined) await checkValues(source.keys[at] ?? '', rows, at, file);
  return chosen.map((file) => file?.lineage ?? new Map());
}

function chooseParents(
  files: readonly ReadParents[],
  allKeys: readonly string[],
  key: string,
  values: readonly string[],
): ReadParents | undefined {
  return (
    files.find(({ column }) => column === key) ??
    files.find(
      ({ column, lineage }) =>
        !allKeys.includes(column) && values.some((value) => lineage.has(value)),
    )
  );
}

const listed = 20;

async function checkValues(
  key: string,
  { staged, keys, total }: KeyedRows,
  at: number,
  { name, column, lineage }: ReadParents,
): Promise<void> {
  const larger = new Set([...lineage.values()].flat());
  const wrong = (keys[at] ?? []).flatMap((value, index): readonly WrongRow[] => {
    const row = index + 1;
    if (larger.has(value))
      return total === undefined
        ? [{ row, reason: `${key} is the code of a larger place in ${name}: rename one of them` }]
        : [];
    return lineage.has(value) || value === total
      ? []
      : [{ row, reason: `${key} is not in column ${column} of ${name}: add it there` }];
  });
  if (wrong.length > 0) throw await rejectRows(staged, wrong.slice(0, listed), wrong.length);
}
