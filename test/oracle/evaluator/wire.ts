import { z } from 'zod';
import type { ParameterType } from '#src/ports.ts';
import { dateOf, dayNumber } from '#src/week.ts';
import type { Plain } from '#test/oracle/data/dataset.ts';
import type { StoredType } from '#test/oracle/data/read-schema.ts';

/** A parameter's value as a query's contract reads it. */
export type ParameterValue = string | number | readonly string[];

/** A type that the protocol can write. */
export type WireType = StoredType | ParameterType;

const kinds: Readonly<Record<StoredType, string>> = {
  STRING: 'TYPE_STRING',
  INT64: 'TYPE_INT64',
  DATE: 'TYPE_DATE',
  BOOL: 'TYPE_BOOL',
  FLOAT64: 'TYPE_DOUBLE',
  TIMESTAMP: 'TYPE_TIMESTAMP',
};

/** A type as the evaluator's protocol writes it. */
export function typeToWire(type: WireType): unknown {
  if (type !== 'ARRAY<STRING>') return { typeKind: kinds[type] };
  return { typeKind: 'TYPE_ARRAY', arrayType: { elementType: typeToWire('STRING') } };
}

/** A column's value as the protocol writes it. Throws where it is not of the type. */
export function cellToWire(type: StoredType, value: Plain): unknown {
  if (value === null) return {};
  switch (type) {
    case 'STRING':
      return { stringValue: z.string().parse(value) };
    case 'INT64':
      return { int64Value: String(z.int().parse(value)) };
    case 'DATE':
      return { dateValue: dayNumber(z.iso.date().parse(value)) };
    case 'BOOL':
      return { boolValue: z.boolean().parse(value) };
    case 'FLOAT64':
      return { doubleValue: z.number().parse(value) };
    case 'TIMESTAMP':
      return { timestampValue: timestampOf(z.iso.datetime().parse(value)) };
    default:
      return type satisfies never;
  }
}

function timestampOf(text: string): unknown {
  const ms = Date.parse(text);
  const seconds = Math.floor(ms / 1000);
  return { seconds: String(seconds), nanos: (ms - seconds * 1000) * 1_000_000 };
}

/** A parameter's value as the protocol writes it. */
export function parameterToWire(type: ParameterType, value: ParameterValue): unknown {
  if (type !== 'ARRAY<STRING>')
    return cellToWire(type, z.union([z.string(), z.int()]).parse(value));
  const texts = z.array(z.string()).parse(value);
  return { arrayValue: { element: texts.map((text) => ({ stringValue: text })) } };
}

const whole = z.string().transform(Number).pipe(z.int());

const wireCell = z.union([
  z.object({ value: z.literal('stringValue'), stringValue: z.string() }),
  z.object({ value: z.literal('int64Value'), int64Value: whole }),
  z.object({ value: z.literal('dateValue'), dateValue: z.int() }),
  z.object({ value: z.literal('boolValue'), boolValue: z.boolean() }),
  z.object({ value: z.literal('doubleValue'), doubleValue: z.number() }),
  z.strictObject({}),
]);

/** A value of the evaluator's answer as our warehouse decodes it. Throws for a type outside the subset and a whole number too large to hold. */
export function cellFromWire(cell: unknown): Plain {
  const read = wireCell.parse(cell);
  if (!('value' in read)) return null;
  switch (read.value) {
    case 'stringValue':
      return read.stringValue;
    case 'int64Value':
      return read.int64Value;
    case 'dateValue':
      return dateOf(read.dateValue);
    case 'boolValue':
      return read.boolValue;
    case 'doubleValue':
      return read.doubleValue;
    default:
      return read satisfies never;
  }
}
