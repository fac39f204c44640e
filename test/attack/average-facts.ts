import {
  averageOverQuestions,
  type AnswerPair,
} from '#src/disclosure/attack/average-over-questions.ts';
import { between, seeded } from '#test/attack/seeded.ts';

/** The sum of some unknowns of one week, or day, as it was told. */
export type Fact = { readonly unknowns: readonly string[]; readonly sum: number };

/** What averaging over questions makes of one unknown. */
export type AveragedUnknown = {
  readonly name: string;
  readonly estimate: number;
  readonly error: number;
  readonly pairs: number;
};

/** Numbers so large that two groups of up to 250 unknowns have one sum about once in 2⁴⁵; sums stay exact in a double. */
const largest = 2 ** 45;

/** A number for every unknown, and so, by their sum, for every group of them. */
function numbered(facts: readonly Fact[]): ReadonlyMap<string, number> {
  const rng = seeded(23);
  const names = new Set(facts.flatMap(({ unknowns }) => unknowns));
  return new Map([...names].map((name) => [name, between(rng, 1, largest)]));
}

/**
 * The averaging attack: takes every two facts that differ in one unknown, and averages their differences. The difference from a sum of no
 * unknown is the fact itself.
 */
export function averageFacts(facts: readonly Fact[]): readonly AveragedUnknown[] {
  const numbers = numbered(facts);
  const groupOf = ({ unknowns }: Fact): number =>
    unknowns.reduce((sum, name) => sum + (numbers.get(name) ?? 0), 0);
  const narrower = Map.groupBy([...facts, { unknowns: [], sum: 0 }], groupOf);
  const pairs = new Map<string, AnswerPair[]>();
  for (const fact of facts) {
    const group = groupOf(fact);
    for (const name of fact.unknowns) {
      const less = narrower.get(group - (numbers.get(name) ?? 0)) ?? [];
      if (less.length === 0) continue;
      const known = pairs.get(name) ?? [];
      pairs.set(name, known);
      known.push(...less.map(({ sum }) => ({ wider: fact.sum, narrower: sum })));
    }
  }
  return [...pairs].map(([name, known]) => ({
    name,
    ...averageOverQuestions(known),
    pairs: known.length,
  }));
}
