import { z } from 'zod';
import type { Question } from '#test/oracle/engine.ts';
import type { ParameterValue } from '#test/oracle/evaluator/wire.ts';
import { Refusal } from './refusal.ts';

const text = z.strictObject({ value: z.string() });
const date = z.strictObject({ value: z.iso.date() });
// The client sends a number as it was given.
const whole = z.strictObject({
  value: z
    .union([z.int(), z.string().regex(/^-?\d+$/u)])
    .transform(Number)
    .pipe(z.int()),
});
const texts = z.strictObject({ arrayValues: z.array(text) });

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/u, 'a name in lower case');

const typeNamed = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });

const parameter = z.union([
  z.strictObject({ name, parameterType: typeNamed('STRING'), parameterValue: text }),
  z.strictObject({ name, parameterType: typeNamed('DATE'), parameterValue: date }),
  z.strictObject({ name, parameterType: typeNamed('INT64'), parameterValue: whole }),
  z.strictObject({
    name,
    parameterType: z.strictObject({ type: z.literal('ARRAY'), arrayType: typeNamed('STRING') }),
    parameterValue: texts,
  }),
]);

/** Named parameters as BigQuery's REST interface writes them, each with a type and a value. One without a value would be NULL to Google: here it is refused. */
export const parameterList = z.array(
  z.looseObject({ name }).transform((raw, context) => {
    const read = parameter.safeParse(raw);
    if (read.success) return read.data;
    context.addIssue({
      code: 'custom',
      message: `parameter ${raw.name} needs parameterType STRING, DATE, INT64 or ARRAY of STRING, and a parameterValue of that type`,
    });
    return z.NEVER;
  }),
);

/** The parameters as a question holds them. Refuses a name that stands twice. */
export function readParameters(
  list: z.output<typeof parameterList>,
): Pick<Question, 'types' | 'params'> {
  const twice = list.find(({ name }, at) => list.findIndex((one) => one.name === name) !== at);
  if (twice !== undefined) throw new Refusal('invalid', `parameter ${twice.name} is given twice`);
  return {
    types: Object.fromEntries(list.map(({ name, parameterType }) => [name, typeOf(parameterType)])),
    params: Object.fromEntries(
      list.map(({ name, parameterValue }) => [name, valueOf(parameterValue)]),
    ),
  };
}

type Parameter = z.output<typeof parameter>;

function typeOf({ type }: Parameter['parameterType']): Question['types'][string] {
  return type === 'ARRAY' ? 'ARRAY<STRING>' : type;
}

function valueOf(value: Parameter['parameterValue']): ParameterValue {
  return 'value' in value ? value.value : value.arrayValues.map(({ value }) => value);
}
