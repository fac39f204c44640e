import { misunderstood, type Flags, type Misunderstood } from './read-flags.ts';

/** A file that says in which larger places the values of a key lie: `columns` from the values themselves upward. */
export type ParentsSource = { readonly file: string; readonly columns: readonly string[] };

/** What both commands need to know of a table. */
export type TableSource = {
  readonly file: string;
  readonly keys: readonly string[];
  readonly value: string;
  readonly parents: readonly ParentsSource[];
};

const mostKeys = 5;

/** Reads `--in`, `--keys`, `--value` and `--parents`. */
export function readTableSource({ one, parents }: Flags): TableSource | Misunderstood {
  const { in: file, keys: keyText, value } = one;
  if (!file) return misunderstood('--in is missing: name the file of cells');
  if (!keyText)
    return misunderstood('--keys is missing: name the key columns, such as origin,dest');
  if (!value)
    return misunderstood('--value is missing: name the column of the numbers, such as count');
  const keys = keyText.split(',').map((key) => key.trim());
  const wrong = checkKeys(keys, value);
  if (wrong !== undefined) return misunderstood(wrong);
  const sources = parents.map(readParents);
  if (sources.includes(undefined))
    return misunderstood(
      '--parents must be a file and its columns from the bottom up, such as areas.csv:lad>region',
    );
  return { file, keys, value, parents: sources.filter((source) => source !== undefined) };
}

function checkKeys(keys: readonly string[], value: string): string | undefined {
  if (keys.includes('')) return '--keys must be column names with commas between them';
  if (new Set(keys).size < keys.length) return '--keys names a column twice: name it once';
  if (keys.length > mostKeys)
    return `--keys names more than ${mostKeys} columns: join some, or make a table for each value of one`;
  if (keys.includes(value)) return '--value is also one of --keys: name the column of the numbers';
  const taken = keys.find((key) => ['value', 'status', 'lower', 'upper', 'width'].includes(key));
  return taken === undefined
    ? undefined
    : `--keys names "${taken}", which is a column of the output: rename that column`;
}

/** The last colon ends the file's name, so that a path may hold others. */
function readParents(text: string): ParentsSource | undefined {
  const at = text.lastIndexOf(':');
  const columns = text
    .slice(at + 1)
    .split('>')
    .map((column) => column.trim());
  const isWhole = at > 0 && columns.length > 1 && columns.every((column) => column !== '');
  return isWhole && new Set(columns).size === columns.length
    ? { file: text.slice(0, at), columns }
    : undefined;
}

/** A whole number from `least`, up to nine digits; undefined where the text is none. */
export function readWhole(text: string, least: number): number | undefined {
  const number = /^\d{1,9}$/u.test(text) ? Number(text) : -1;
  return number >= least ? number : undefined;
}
