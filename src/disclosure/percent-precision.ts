/** To what a percentage of `base` trips with error bound `bound` may be said: whole per cents, the nearest 5, or not at all. Source: docs/policy.md, paragraph 10. */
export function percentPrecision(base: number, bound: number): 1 | 5 | undefined {
  if (base <= 0 || base < 20 * bound) return undefined;
  return base < 100 * bound ? 5 : 1;
}

/** The most that protection alone can move the change from `y0` to `y1`, in percentage points, where `e0` and `e1` bound their errors. */
export function protectionBound(y0: number, y1: number, e0: number, e1: number): number {
  return (100 * (e1 + (e0 * y1) / y0)) / y0;
}
