import {
  BIGINT,
  DATE,
  DuckDBDateValue,
  LIST,
  listValue,
  VARCHAR,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { z } from 'zod';
import type { ParameterType } from '#src/ports.ts';
import { dayNumber } from '#src/week.ts';

/** Values and types by parameter name, as a prepared statement binds them. */
export type Bindings = {
  readonly values: Record<string, DuckDBValue>;
  readonly types: Record<string, DuckDBType>;
};

/** The value that a parameter of each type has while a query is only planned. */
const samples: Readonly<Record<ParameterType, unknown>> = {
  STRING: '',
  DATE: '2000-01-03',
  INT64: 0,
  'ARRAY<STRING>': [],
};

/** Parameters under the types their query declares. Throws a plain `Error` where a value is not of its declared type. */
export function bindParameters(
  types: Readonly<Record<string, ParameterType>>,
  params: unknown,
): Bindings {
  const given = z.record(z.string(), z.unknown()).parse(params);
  const bound = Object.entries(types).map(
    ([name, type]) => [name, bind(type, given[name])] as const,
  );
  return {
    values: Object.fromEntries(bound.map(([name, { value }]) => [name, value])),
    types: Object.fromEntries(bound.map(([name, { type }]) => [name, type])),
  };
}

/** Parameters of the declared types that let a query be planned without being asked. */
export function bindSamples(types: Readonly<Record<string, ParameterType>>): Bindings {
  const params = Object.entries(types).map(([name, type]) => [name, samples[type]]);
  return bindParameters(types, Object.fromEntries(params));
}

function bind(type: ParameterType, value: unknown): { value: DuckDBValue; type: DuckDBType } {
  switch (type) {
    case 'STRING':
      return { value: z.string().parse(value), type: VARCHAR };
    case 'DATE':
      return { value: new DuckDBDateValue(dayNumber(z.iso.date().parse(value))), type: DATE };
    case 'INT64':
      return { value: BigInt(z.int().parse(value)), type: BIGINT };
    case 'ARRAY<STRING>':
      return { value: listValue(z.array(z.string()).parse(value)), type: LIST(VARCHAR) };
    default:
      return type satisfies never;
  }
}
