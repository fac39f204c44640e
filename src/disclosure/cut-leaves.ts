import type { ContributionColumns, RawCube } from '#src/disclosure/cube.ts';

/** The first `count` leaves of columns that were made too long; no copy. */
export const cutLeaves = (leaves: RawCube['leaves'], count: number): RawCube['leaves'] => ({
  week: leaves.week.subarray(0, count),
  origin: leaves.origin.subarray(0, count),
  destination: leaves.destination.subarray(0, count),
  mode: leaves.mode.subarray(0, count),
  trips: leaves.trips.subarray(0, count),
  devices: leaves.devices.subarray(0, count),
  ...(leaves.contributions && { contributions: cutContributions(leaves.contributions, count) }),
});

const cutContributions = (
  { largest, second }: ContributionColumns,
  count: number,
): ContributionColumns => ({
  largest: largest.subarray(0, count),
  second: second.subarray(0, count),
});
