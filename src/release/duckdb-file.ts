import { randomBytes } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { isAlive } from '#src/edges/process-lock.ts';

/** Builds a DuckDB file beside its place and moves it there when `fill` has ended: a reader never sees half a file. Returns what `fill` returns. */
export async function buildDuckdbFile<T>(
  file: string,
  schema: string,
  fill: (connection: DuckDBConnection) => Promise<T>,
  threads = 2,
): Promise<T> {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  await sweepDrafts(file);
  try {
    const filled = await withDuckdb(draft, { threads: String(threads) }, async (connection) => {
      await connection.run(schema);
      const result = await fill(connection);
      await connection.run('CHECKPOINT');
      return result;
    });
    await rename(draft, file);
    return filled;
  } finally {
    await rm(draft, { force: true });
    await rm(`${draft}.wal`, { force: true });
  }
}

const draftName = /^\.(\d+)-[0-9a-f]+\.tmp(\.wal)?$/u;

/** Removes the drafts of this file that processes which died left behind. */
async function sweepDrafts(file: string): Promise<void> {
  const folder = dirname(file);
  const name = basename(file);
  const left = (await readdir(folder)).filter((other) => {
    const pid = other.startsWith(name) ? draftName.exec(other.slice(name.length))?.[1] : undefined;
    return pid !== undefined && !isAlive(Number(pid));
  });
  await Promise.all(left.map((other) => rm(join(folder, other), { force: true })));
}

/** Opens a DuckDB file (or `:memory:`) for one task and closes it whatever happens. */
export async function withDuckdb<T>(
  file: string,
  options: Record<string, string>,
  task: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(file, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...options,
  });
  const connection = await instance.connect();
  try {
    return await task(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const rowsInChunk = 2048;

/** Appends `count` rows given by column; each column is anything indexable. Types must match the table's, in order. */
export async function appendColumns(
  connection: DuckDBConnection,
  table: string,
  types: readonly DuckDBType[],
  columns: readonly ArrayLike<DuckDBValue>[],
  count: number,
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (let start = 0; start < count; start += rowsInChunk) {
    const rows = Math.min(rowsInChunk, count - start);
    const chunk = DuckDBDataChunk.create([...types], rows);
    for (const [index, column] of columns.entries()) {
      const values = Array.from({ length: rows }, (_, row) => column[start + row] ?? null);
      chunk.setColumnValues(index, values);
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
