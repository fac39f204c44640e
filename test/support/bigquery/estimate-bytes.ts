import type { Plain, Row } from '#test/oracle/data/dataset.ts';
import type { StoredType } from '#test/oracle/data/read-schema.ts';
import type { Scan } from './read-plan.ts';
import type { World } from './world.ts';

const megabyte = 1024 * 1024;

/** What a query reads and what it is billed for, in bytes. */
export type Bytes = { readonly read: number; readonly billed: number };

/** The bytes of the columns used, over the rows of the partitions read; each table is billed as 10 MB at least. */
export function estimateBytes(world: World, scans: readonly Scan[]): Bytes {
  const sizes = [...Map.groupBy(scans, ({ table }) => table)].map(([table, own]) =>
    bytesOfTable(world, table, own),
  );
  const read = sizes.reduce((sum, size) => sum + size, 0);
  const billed = Math.max(10 * sizes.length * megabyte, Math.ceil(read / megabyte) * megabyte);
  return { read, billed };
}

function bytesOfTable(world: World, name: string, scans: readonly Scan[]): number {
  const table = world.tables.get(name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  const used = new Set(scans.flatMap(({ columns }) => columns));
  const columns = table.columns.filter(({ name }) => used.has(name));
  const partition = table.partition?.column;
  return table.rows
    .filter((row) => partition === undefined || scans.some((scan) => reads(scan, partition, row)))
    .flatMap((row) => columns.map(({ name, type }) => sizeOf(type, row[name] ?? null)))
    .reduce((sum, size) => sum + size, 0);
}

function reads({ conditions }: Scan, partition: string, row: Row): boolean {
  return conditions
    .filter(({ column }) => column === partition)
    .every(({ holds }) => holds(row[partition] ?? null));
}

/** BigQuery's logical size of a value. */
function sizeOf(type: StoredType, value: Plain): number {
  if (value === null) return 0;
  if (type === 'STRING') return 2 + Buffer.byteLength(String(value));
  return type === 'BOOL' ? 1 : 8;
}
