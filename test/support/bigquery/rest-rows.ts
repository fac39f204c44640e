import { z } from 'zod';
import { dateOf } from '#src/week.ts';
import type { Evaluated } from '#test/oracle/evaluator/load-catalogue.ts';
import { Refusal } from './refusal.ts';

/** An answer as BigQuery's REST interface writes it: every value is text, or null. */
export type QueryAnswer = {
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly mode: string;
  }[];
  readonly rows: readonly (readonly (string | null)[])[];
};

const types: Readonly<Record<string, string>> = {
  TYPE_STRING: 'STRING',
  TYPE_INT64: 'INTEGER',
  TYPE_DOUBLE: 'FLOAT',
  TYPE_BOOL: 'BOOLEAN',
  TYPE_DATE: 'DATE',
};

const cell = z.union([
  z.object({ stringValue: z.string() }).transform(({ stringValue }) => stringValue),
  z.object({ int64Value: z.string() }).transform(({ int64Value }) => int64Value),
  z.object({ dateValue: z.int() }).transform(({ dateValue }) => dateOf(dateValue)),
  z.object({ boolValue: z.boolean() }).transform(({ boolValue }) => String(boolValue)),
  z.object({ doubleValue: z.unknown() }).transform(({ doubleValue }) => writeDouble(doubleValue)),
  z.strictObject({}).transform(() => null),
]);

/** The evaluator's answer as BigQuery gives it. Refuses two columns of one name. Throws for a type that our queries do not answer with. */
export function writeAnswer({ columns, rows }: Evaluated): QueryAnswer {
  const names = columns.map(({ name }, index) => (name.startsWith('$') ? `f${index}_` : name));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new Refusal(
      'invalidQuery',
      `Duplicate column names in the result are not supported when a destination table is present. Found duplicate(s): ${twice}`,
    );
  return {
    fields: columns.map(({ typeKind }, index) => ({
      name: names[index] ?? '',
      type: typeNamed(typeKind),
      mode: 'NULLABLE',
    })),
    rows: rows.map((row) => row.map((value) => cell.parse(value))),
  };
}

function typeNamed(kind: string): string {
  const type = types[kind];
  if (type === undefined) throw new Error(`the double does not answer with ${kind}`);
  return type;
}

/** As BigQuery writes it: a whole number with one decimal. */
function writeDouble(value: unknown): string {
  const read = Number(value);
  return Number.isInteger(read) ? read.toFixed(1) : String(read);
}
