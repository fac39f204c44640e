/** Two answers whose questions differ in one leaf only: the wider has it. */
export type AnswerPair = { readonly wider: number; readonly narrower: number };

/** What many such pairs tell of the leaf: the mean of the differences, and its standard error (0 where all agree). */
export type QuestionsAverage = { readonly estimate: number; readonly error: number };

/**
 * Differencing, averaged over questions. Where each answer is perturbed by itself, the mean tends to the raw value and the
 * error to 0; where all answers are sums over one protected cube, every difference is the same published y, and more
 * questions add nothing. `pairs`: at least one. Source: docs/policy.md, paragraph 1; Asghar and Kaafar 2020.
 */
export function averageOverQuestions(pairs: readonly AnswerPair[]): QuestionsAverage {
  const differences = pairs.map(({ wider, narrower }) => wider - narrower);
  const estimate = mean(differences);
  const spread = mean(differences.map((each) => (each - estimate) ** 2));
  return { estimate, error: Math.sqrt(spread / Math.max(1, pairs.length - 1)) };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
