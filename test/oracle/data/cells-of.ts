import type { Plain, Row } from '#test/oracle/data/dataset.ts';
import type { Column, StoredType } from '#test/oracle/data/read-schema.ts';

/** A row's values in the order of its table's columns. Throws by name where one is missing, or too many. */
export function cellsOf(
  table: string,
  columns: readonly Column<StoredType>[],
  row: Row,
): readonly Plain[] {
  const known = new Set(columns.map(({ name }) => name));
  const extra = Object.keys(row).find((name) => !known.has(name));
  if (extra !== undefined) throw new Error(`${table} has no column ${extra}`);
  return columns.map(({ name }) => {
    const value = row[name];
    if (value === undefined) throw new Error(`a row of ${table} has no ${name}`);
    return value;
  });
}
