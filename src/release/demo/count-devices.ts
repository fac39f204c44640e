import type { Repeats } from '#src/release/demo/demo-model.ts';

/**
 * Distinct devices among `trips` trips of panel devices: whole, at least 1, at most `trips`, never falling as trips rise.
 * A device makes `few` trips where trips are few, rising towards `many`; `halfway` is the number of trips at which it is half way there.
 */
export function countDevices(trips: number, repeats: Repeats): number {
  const tripsPerDevice =
    repeats.few + ((repeats.many - repeats.few) * trips) / (trips + repeats.halfway);
  return Math.max(1, Math.round(trips / tripsPerDevice));
}
