/** The span of a value axis. */
export type ValueDomain = { readonly low: number; readonly high: number };

/**
 * The span to draw values over: from zero where the smallest is below half of the largest, else their own range with room on both sides.
 * A range under a tenth of the largest is widened to that, so that noise does not look like change. `values` are not negative; empty gives 0 to 1.
 */
export function chooseDomain(values: readonly number[]): ValueDomain {
  const most = Math.max(0, ...values);
  const least = Math.min(most, ...values);
  if (most === 0) return { low: 0, high: 1 };
  if (least < most / 2) return { low: 0, high: most * 1.05 };
  const middle = (least + most) / 2;
  const reach = Math.max(most - least, most * 0.1) * 0.58;
  return { low: Math.max(0, middle - reach), high: middle + reach };
}
