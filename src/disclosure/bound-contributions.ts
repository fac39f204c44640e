import type { Contributions } from '#src/disclosure/is-dominated.ts';

/**
 * Upper bounds for flows folded together, in whose week no device is in more than `placesPerDevice` (k) of them: who is the largest in
 * one flow may be the largest in others. One device makes at most the k largest of the flows' `largest` together. Two devices are in
 * flows at most 2k times, and once each in a flow, so they make at most the 2k largest of all the flows' `largest` and `second`.
 * `second` is that less `largest`. Source: docs/policy.md, paragraph 4.
 */
export function boundContributions(
  flows: readonly Contributions[],
  placesPerDevice: number,
): Contributions {
  const first = flows.map(({ largest }) => largest);
  const both = flows.flatMap(({ largest, second }) => [largest, second]);
  const largest = sumOfLargest(first, placesPerDevice);
  return { largest, second: sumOfLargest(both, 2 * placesPerDevice) - largest };
}

function sumOfLargest(values: readonly number[], count: number): number {
  const inOrder = Float64Array.from(values).sort();
  return inOrder.subarray(-count).reduce((sum, value) => sum + value, 0);
}
