import type { RawCube } from '#src/disclosure/cube.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { roundUpToSeries } from '#src/disclosure/round-up-to-series.ts';

/**
 * The base b, in trips: about what T devices make in a week, as leaves near the threshold tell.
 * Read from the raw leaves, whose devices are counts and not lower bounds; never below T. Source: docs/policy.md, paragraph 6.
 */
export function chooseBase(leaves: RawCube['leaves'], policy: DisclosurePolicy): number {
  if (policy.base !== undefined) return policy.base;
  const { threshold } = policy;
  const perDevice =
    tripsPerDevice(leaves, threshold, 5 * threshold) ??
    tripsPerDevice(leaves, threshold, Number.POSITIVE_INFINITY) ??
    tripsPerDevice(leaves, 1, Number.POSITIVE_INFINITY);
  return roundUpToSeries(
    Math.max(
      threshold,
      perDevice === undefined ? 0 : (threshold * perDevice.trips) / perDevice.devices,
    ),
  );
}

function tripsPerDevice(
  leaves: RawCube['leaves'],
  least: number,
  most: number,
): { trips: number; devices: number } | undefined {
  let trips = 0;
  let devices = 0;
  leaves.devices.forEach((count, row) => {
    if (count < least || count > most) return;
    trips += leaves.trips[row] ?? 0;
    devices += count;
  });
  return devices === 0 ? undefined : { trips, devices };
}
