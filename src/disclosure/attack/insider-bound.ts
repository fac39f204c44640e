/**
 * What an insider faces. `residues`: for each line through the target that is held to within b, what the insider knows
 * of it, modulo b: the sum of its other leaves. `hypotheses`: what the target may be, each equally likely before.
 */
export type InsiderSetting = {
  readonly base: number;
  readonly residues: readonly number[];
  readonly hypotheses: readonly number[];
};

/**
 * The greatest chance that somebody who knows the code and every other leaf guesses the target right after seeing its own y
 * and the y-sums of the lines, whatever the dependence of the draws.
 *
 * Proof. Let a line's other leaves be c modulo b. Its y-sum is the floor or ceiling multiple of b of c + x (less the multiple
 * below c) and is unbiased, so P(ceiling | x) is the part of (c + x) ÷ b after the point: the law of each line is known
 * without the code. The target's own y is such a line with c = 0. The chance to guess right is V = Σ over joint outcomes of
 * max over x of P(outcome | x), divided by the number of hypotheses; and a joint outcome is no likelier than the least
 * likely of its parts (Fréchet 1935). So V ≤ Σ max over x, min over lines, of P(part | x), which is what is returned.
 *
 * One line alone gives Σ max = 1 + (greatest − least hypothesis) ÷ b, whatever c: over 0 to b − 1 that is 2 − 1/b (1.9 for
 * b = 10). The product of these over the lines bounds V where the lines are independent given x; they are not, but for
 * b = 10 and one or two lines beside the target's own y the bound returned is below the product for every c (tested).
 */
export function insiderBound({ base, residues, hypotheses }: InsiderSetting): number {
  const certain = new Float64Array(hypotheses.length).fill(1);
  const lines = [0, ...residues].map((residue) =>
    partsOf(((residue % base) + base) % base, base, hypotheses),
  );
  return Math.min(1, sumOfMost(lines, certain) / hypotheses.length);
}

/** By outcome of a line (0, 1 or 2 multiples of b above the multiple below c): its probability under each hypothesis. */
function partsOf(
  residue: number,
  base: number,
  hypotheses: readonly number[],
): readonly Float64Array[] {
  return [0, 1, 2].map((multiple) =>
    Float64Array.from(hypotheses, (x) =>
      Math.max(0, 1 - Math.abs((residue + x) / base - multiple)),
    ),
  );
}

function sumOfMost(lines: readonly (readonly Float64Array[])[], least: Float64Array): number {
  const [first, ...others] = lines;
  if (first === undefined) return Math.max(...least);
  return first
    .map((part) => part.map((probability, at) => Math.min(probability, least[at] ?? 0)))
    .filter((part) => part.some((probability) => probability > 0))
    .reduce((sum, part) => sum + sumOfMost(others, part), 0);
}
