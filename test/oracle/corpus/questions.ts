import type { ParameterType } from '#src/ports.ts';
import { addDays } from '#src/week.ts';
import { between, pick } from '#test/attack/seeded.ts';
import { aggregates } from '#test/oracle/corpus/aggregates.ts';
import { expressions } from '#test/oracle/corpus/expressions.ts';
import { shapes } from '#test/oracle/corpus/shapes.ts';
import type { Question } from '#test/oracle/engine.ts';
import type { ParameterValue } from '#test/oracle/evaluator/wire.ts';

/** Every query of the corpus: one row an expression, one group or all rows an aggregate, and whole queries. */
export const corpus: readonly string[] = [
  ...expressions.map(ofRow),
  ...aggregates.map(
    (value) =>
      `SELECT t.s AS k, ${value} AS v FROM \`protected.sample\` AS t GROUP BY t.s ORDER BY k`,
  ),
  ...aggregates.map(
    (value) => `SELECT ${value} AS v FROM \`protected.sample\` AS t WHERE t.b IS NULL`,
  ),
  ...shapes,
];

/** A query that computes one expression for every row of `sample`. */
export function ofRow(expression: string): string {
  return `SELECT t.id AS id, ${expression} AS v FROM \`protected.sample\` AS t ORDER BY id, v`;
}

const parameters: Readonly<
  Record<string, readonly [ParameterType, (rng: () => number) => ParameterValue]>
> = {
  number: ['INT64', (rng) => between(rng, 0, 12)],
  text: ['STRING', (rng) => pick(rng, ['', 'a', 'é', "it's"])],
  day: ['DATE', (rng) => addDays('2019-12-30', between(rng, 0, 800))],
  list: [
    'ARRAY<STRING>',
    (rng) =>
      Array.from({ length: between(rng, 1, 4) }, () => pick(rng, ['', 'a', 'é', 'ab', '*', 'zz'])),
  ],
  none: ['ARRAY<STRING>', () => []],
};

/** A query with random values for the parameters that it names, as either engine writes them. */
export function makeQuestion(rng: () => number, sql: string): Question {
  const used = Object.entries(parameters).filter(([name]) =>
    new RegExp(`[@$]${name}\\b`, 'u').test(sql),
  );
  return {
    sql,
    types: Object.fromEntries(used.map(([name, [type]]) => [name, type])),
    params: Object.fromEntries(used.map(([name, [, make]]) => [name, make(rng)])),
  };
}
