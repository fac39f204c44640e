/** The least of 1, 2 or 5 × 10ⁿ that is not below `value`. `value` must be above 0. */
export function roundUpToSeries(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? 10 * power;
}
