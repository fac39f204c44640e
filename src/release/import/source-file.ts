import { open } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';

/** How a user's file is laid out. `columns` in file order; `newline` is the byte that ends a line. */
export type SourceFile =
  | {
      readonly format: 'csv';
      readonly file: string;
      readonly columns: readonly string[];
      readonly delimiter: string;
      readonly newline: number;
    }
  | { readonly format: 'parquet'; readonly file: string; readonly columns: readonly string[] };

const delimiters = [',', ';', '\t', '|'];
const headBytes = 65_536;

/** Reads the header of a `.csv`, `.tsv`, `.txt` or `.parquet` file, or says in one sentence why it cannot be read. */
export async function openSource(
  connection: DuckDBConnection,
  file: string,
): Promise<SourceFile | { readonly reason: string }> {
  if (/\.parquet$/iu.test(file)) return openParquet(connection, file);
  if (/\.(csv|tsv|txt)$/iu.test(file)) return openCsv(file);
  return { reason: 'is neither a .csv nor a .parquet file: save it as one of them' };
}

async function openParquet(
  connection: DuckDBConnection,
  file: string,
): Promise<SourceFile | { readonly reason: string }> {
  if ((await readHead(file)) === undefined) return missing;
  try {
    const described = await connection.runAndReadAll('SELECT * FROM read_parquet($1) LIMIT 0', [
      file,
    ]);
    return { format: 'parquet', file, columns: described.columnNames() };
  } catch {
    return { reason: 'cannot be read as Parquet: write it again, or save it as CSV' };
  }
}

const missing = { reason: 'cannot be opened: check the path, and that you may read the file' };

async function openCsv(file: string): Promise<SourceFile | { readonly reason: string }> {
  const head = await readHead(file);
  if (head === undefined) return missing;
  const newline = head.includes('\n') ? '\n' : '\r';
  const header = headerOf(head, newline);
  if (header.trim() === '')
    return { reason: 'is empty, or its first line is: the first line must name the columns' };
  const delimiter = delimiters.toSorted((a, b) => count(header, b) - count(header, a))[0] ?? ',';
  return {
    format: 'csv',
    file,
    columns: fieldsOf(header, delimiter),
    delimiter,
    newline: newline.charCodeAt(0),
  };
}

async function readHead(file: string): Promise<string | undefined> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/u, '');
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

function headerOf(head: string, newline: string): string {
  const end = head.indexOf(newline);
  return (end < 0 ? head : head.slice(0, end)).replace(/\r$/u, '');
}

const count = (text: string, part: string): number => text.split(part).length - 1;

function fieldsOf(header: string, delimiter: string): readonly string[] {
  // A quoted field with doubled quotes inside, or anything up to the delimiter.
  const field = new RegExp(`(?:^|[${delimiter}])(?:"((?:[^"]|"")*)"|([^${delimiter}]*))`, 'gu');
  return [...header.matchAll(field)].map((match) =>
    (match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim(),
  );
}
