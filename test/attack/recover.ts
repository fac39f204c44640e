import { rankAttack } from '#src/disclosure/attack/rank-attack.ts';
import { Fault } from '#src/fault.ts';
import type { Fact } from '#test/attack/average-facts.ts';

/** What is known of an unknown, by its name. */
export type Recovered = ReadonlyMap<string, number>;

/** Each fact once. */
const distinct = (facts: readonly Fact[]): readonly Fact[] => [
  ...new Map(
    facts.map((fact) => [`${fact.sum}|${fact.unknowns.toSorted().join('|')}`, fact]),
  ).values(),
];

/** What linear algebra makes of the facts of one week, or day: the unknowns that they determine, or undefined where they contradict each other. */
export function recover(facts: readonly Fact[]): Recovered | undefined {
  const names = [...new Set(facts.flatMap(({ unknowns }) => unknowns))];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const answers = distinct(facts).map(({ unknowns, sum }) => ({
    cells: unknowns.map((name) => numbers.get(name) ?? 0),
    value: sum,
  }));
  try {
    const { cells, values } = rankAttack(answers, names.length);
    return new Map([...cells].map((cell, at) => [names[cell] ?? '', values[at] ?? NaN]));
  } catch (cause) {
    if (cause instanceof Fault && cause.code === 'attackContradiction') return undefined;
    throw cause;
  }
}
