type Point = { readonly at: number; readonly value: number };

/** The value at `at` on straight lines through `points` (ascending), level before the first and after the last; 0 without points. */
export function interpolate(points: readonly Point[], at: number): number {
  const before = points.findLast((point) => point.at <= at);
  const after = points.find((point) => point.at > at);
  if (before === undefined || after === undefined) return (before ?? after)?.value ?? 0;
  return before.value + ((after.value - before.value) * (at - before.at)) / (after.at - before.at);
}
