import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProtectOptions } from '#src/release/table/read-protect-arguments.ts';
import { ownFolder } from '#test/support/own-folder.ts';

/** A folder of a test's own, with a key file `secret`; removed when the tests end. */
export type TableFolder = {
  readonly folder: string;
  readonly put: (name: string, text: string) => string;
  readonly path: (name: string) => string;
  readonly text: (name: string) => string;
  readonly names: () => readonly string[];
  /** Rows by their keys joined with a blank. */
  readonly rows: (name: string) => ReadonlyMap<string, PublishedRow>;
};

type PublishedRow = { readonly value: number; readonly status: string };

export function tableFolder(): TableFolder {
  const folder = ownFolder();
  const path = (name: string): string => join(folder, name);
  const put = (name: string, text: string): string => {
    writeFileSync(path(name), text);
    return path(name);
  };
  put('secret', `${'5a'.repeat(32)}\n`);
  const text = (name: string): string => readFileSync(path(name), 'utf8');
  const rows = (name: string) => new Map(text(name).trim().split('\n').slice(1).map(splitRow));
  const names = (): readonly string[] => readdirSync(folder).toSorted();
  return { folder, put, path, text, names, rows };
}

/** Keys of these tests need no quotation marks. */
function splitRow(line: string): readonly [string, PublishedRow] {
  const cells = line.split(',');
  return [
    cells.slice(0, -2).join(' '),
    { value: Number(cells.at(-2)), status: cells.at(-1) ?? '' },
  ];
}

/** To protect `cells.csv` (its numbers in column n) by threshold and base 10. */
export function optionsIn({ path }: TableFolder, keys: readonly string[]): ProtectOptions {
  return {
    source: { file: path('cells.csv'), keys, value: 'n', parents: [] },
    devices: undefined,
    threshold: 10,
    base: 10,
    keyFile: path('secret'),
    out: path('protected.csv'),
    report: path('report.json'),
  };
}
