import { DuckDBTypeId, type DuckDBMaterializedResult, type Json } from '@duckdb/node-api';
import { Fault } from '#src/fault.ts';

type Decode = (value: Json) => unknown;

const whole: Decode = (value) => {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new Fault('WarehouseFault', 'badNumber', 'a whole number is too large to hold exactly');
};

const real: Decode = (value) => {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Fault('WarehouseFault', 'badNumber', 'a number is not finite');
};

const same: Decode = (value) => value;

/** How the column types that the subset can give are read; a sum of BIGINT is a HUGEINT. */
const decoders: Readonly<Partial<Record<DuckDBTypeId, Decode>>> = {
  [DuckDBTypeId.BIGINT]: whole,
  [DuckDBTypeId.HUGEINT]: whole,
  [DuckDBTypeId.INTEGER]: whole,
  [DuckDBTypeId.DOUBLE]: real,
  [DuckDBTypeId.VARCHAR]: same,
  [DuckDBTypeId.DATE]: same,
  [DuckDBTypeId.BOOLEAN]: same,
};

/**
 * Rows by column name, decoded by each column's type: whole numbers as numbers, dates as ISO text, NULL as null.
 * Throws a fault for a type that is not expected and for a whole number outside the safe range.
 */
export async function decodeRows(
  result: DuckDBMaterializedResult,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const names = result.columnNames();
  const decode = result.columnTypes().map(({ typeId }) => decoders[typeId] ?? unexpected);
  const rows = await result.getRowsJson();
  return rows.map((row) =>
    Object.fromEntries(
      row.map((value, column) => [names[column], value === null ? null : decode[column]?.(value)]),
    ),
  );
}

const unexpected: Decode = () => {
  throw new Fault('WarehouseFault', 'badColumn', 'a column has a type that is not expected');
};
