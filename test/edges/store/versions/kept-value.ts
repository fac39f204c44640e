import { z } from 'zod';

/** A value of a row as it is kept in a file: a time is told apart from a text. */
const keptValue = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ time: z.iso.datetime() }),
]);

export type KeptValue = z.output<typeof keptValue>;

export const keptRow = z.record(z.string(), keptValue);

export type KeptRow = z.output<typeof keptRow>;

/** Whole numbers of 64 bits, which one driver gives as a number and the other as a text. */
const longNumbers: readonly string[] = ['seq', 'count'];

/** A row as a driver gives it, as it is kept. */
export const keepRow = (row: Readonly<Record<string, unknown>>): KeptRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, keepValue(column, value)]),
  );

function keepValue(column: string, value: unknown): KeptValue {
  if (value instanceof Date) return { time: value.toISOString() };
  return keptValue.parse(longNumbers.includes(column) ? Number(value) : value);
}

/** A kept value as a parameter of a statement. */
export const asParameter = (value: KeptValue): unknown =>
  value !== null && typeof value === 'object' ? value.time : value;
