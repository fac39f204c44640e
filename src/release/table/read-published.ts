import type { DuckDBConnection } from '@duckdb/node-api';
import { chooseColumns } from '../import/choose-columns.ts';
import { rejectFile, rejectRows, stageSource, type StagedSource } from '../import/stage-source.ts';
import type { AttackOptions } from './read-attack-arguments.ts';

/** A published table, column by column as text; empty cells are ''. `keys[k][i]`: key k of row i. `flags`: the status, or whether a cell is withheld. */
export type PublishedText = {
  readonly staged: StagedSource;
  readonly keys: readonly (readonly string[])[];
  readonly values: readonly string[];
  readonly flags: readonly string[];
};

/** Reads a published table as it stands. Throws `Rejection` where it is no table, or a key repeats. */
export async function readPublished(
  connection: DuckDBConnection,
  { source, hiding }: AttackOptions,
): Promise<PublishedText> {
  const { file, keys, value } = source;
  const flag = hiding.kind === 'drawn' ? hiding.status : hiding.suppressed;
  const names = [...keys.map((_, at) => `k${at}`), 'value', 'flag'];
  const map = Object.fromEntries(keys.map((key, at) => [`k${at}`, key]));
  const staged = await stageSource(connection, { file, table: 'staged_cells', names }, (header) =>
    chooseColumns(header, names, { ...map, value, flag: flag ?? value }),
  );
  if (staged.broken.length > 0) throw await rejectRows(staged, []);
  const columns = await readTexts(connection, names);
  if ((columns[0]?.length ?? 0) === 0)
    throw rejectFile(file, ['holds no cells below its first line: is it the right file?']);
  const text = {
    staged,
    keys: columns.slice(0, -2),
    values: columns.at(-2) ?? [],
    flags: flag === undefined ? [] : (columns.at(-1) ?? []),
  };
  await checkRepeats(text);
  return text;
}

async function readTexts(
  connection: DuckDBConnection,
  names: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const texts = names.map((name) => `coalesce(${name}, '')`).join(', ');
  const rows = await connection.runAndReadAll(`SELECT ${texts} FROM staged_cells ORDER BY row`);
  return rows.getColumnsJS().map((column) => column.map(String));
}

async function checkRepeats({ staged, keys }: PublishedText): Promise<void> {
  const first = new Map<string, number>();
  const wrong = (keys[0] ?? []).flatMap((_, index) => {
    const name = JSON.stringify(keys.map((column) => column[index]));
    const sameAs = first.get(name);
    if (sameAs === undefined) first.set(name, index + 1);
    return sameAs === undefined
      ? []
      : [{ row: index + 1, reason: 'needs one key more, for it has the same keys as', sameAs }];
  });
  if (wrong.length > 0) throw await rejectRows(staged, wrong.slice(0, 20), wrong.length);
}
