import { z } from 'zod';
import { Fault } from '#src/fault.ts';

type Decode = (value: string) => unknown;

const whole: Decode = (value) => {
  const number = Number(value);
  if (/^-?\d+$/u.test(value) && Number.isSafeInteger(number)) return number;
  throw new Fault('WarehouseFault', 'badNumber', 'a whole number is too large to hold exactly');
};

const real: Decode = (value) => {
  const number = Number(value);
  if (value !== '' && Number.isFinite(number)) return number;
  throw new Fault('WarehouseFault', 'badNumber', 'a number is not finite');
};

const same: Decode = (value) => value;

/** How the column types that the subset can give are read, by both of their names. */
const decoders: Readonly<Record<string, Decode>> = {
  INTEGER: whole,
  INT64: whole,
  FLOAT: real,
  FLOAT64: real,
  STRING: same,
  DATE: same,
  BOOLEAN: (value) => value === 'true',
  BOOL: (value) => value === 'true',
};

const field = z.object({
  name: z.string(),
  type: z.string(),
  mode: z.enum(['NULLABLE', 'REQUIRED']).optional(),
});
const row = z.object({ f: z.array(z.object({ v: z.string().nullable() })) });

/** What BigQuery says of the columns of a result. */
export const tableSchema = z.object({ fields: z.array(field) });
export type TableSchema = z.output<typeof tableSchema>;

/**
 * Rows by column name, decoded by each column's declared type: the client's own reading of a large whole number silently loses digits. Throws a fault for a type that
 * is not expected, a value that is none of it, and a whole number outside the safe range.
 */
export function decodeRows(
  { fields }: TableSchema,
  rows: readonly unknown[],
): readonly Readonly<Record<string, unknown>>[] {
  const columns = fields.map(({ name, type }) => ({ name, decode: decoders[type] ?? unexpected }));
  return rows.map((each) => {
    const read = row.safeParse(each);
    if (!read.success || read.data.f.length !== columns.length) return unexpected();
    return Object.fromEntries(
      columns.map(({ name, decode }, at) => {
        const value = read.data.f[at]?.v ?? null;
        return [name, value === null ? null : decode(value)];
      }),
    );
  });
}

function unexpected(): never {
  throw new Fault('WarehouseFault', 'badColumn', 'a column has a type that is not expected');
}
