/**
 * Divides a whole number among parts in proportion to their weights: whole parts that add up to `total`, each within one of its exact share.
 * Largest remainders are rounded up; of equal ones the earlier (Hamilton's method). Weights must not all be 0.
 */
export function allocateWhole(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((sofar, weight) => sofar + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((sofar, part) => sofar + part, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
