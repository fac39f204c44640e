import {
  averageOverQuestions,
  type AnswerPair,
} from '#src/disclosure/attack/average-over-questions.ts';

/** The sum of some unknowns of one week, as it was told. */
export type Fact = { readonly unknowns: readonly string[]; readonly sum: number };

/** What averaging over questions makes of one unknown. */
export type AveragedUnknown = {
  readonly name: string;
  readonly estimate: number;
  readonly error: number;
  readonly pairs: number;
};

/**
 * The averaging attack: takes every two facts that differ in one unknown, and averages their differences. The difference from a sum of no
 * unknown is the fact itself.
 */
export function averageFacts(facts: readonly Fact[]): readonly AveragedUnknown[] {
  const pairs = new Map<string, AnswerPair[]>();
  const narrower = Map.groupBy([...facts, { unknowns: [], sum: 0 }], ({ unknowns }) =>
    nameOf(unknowns),
  );
  for (const { unknowns, sum } of facts)
    for (const name of unknowns) {
      const rest = narrower.get(nameOf(unknowns.filter((other) => other !== name))) ?? [];
      const known = pairs.get(name) ?? [];
      pairs.set(name, known);
      known.push(...rest.map((less) => ({ wider: sum, narrower: less.sum })));
    }
  return [...pairs]
    .filter(([, known]) => known.length > 0)
    .map(([name, known]) => ({ name, ...averageOverQuestions(known), pairs: known.length }));
}

const nameOf = (unknowns: readonly string[]): string => unknowns.toSorted().join('|');
