import type { Network } from '#src/release/demo/demo-model.ts';
import type { ModeWeek, RegionWeek } from '#src/release/demo/demo-parameters.ts';

/**
 * How much each mode was used in one week against before the pandemic: car, rail, bus, active.
 * Public transport is the mean of the region's stations and the network's own series; `walkingShare` of active trips follow cars, the rest cycling.
 */
export function modeIndex(
  network: Network,
  region: RegionWeek,
  modes: ModeWeek,
  walkingShare: number,
): readonly [car: number, rail: number, bus: number, active: number] {
  const ofWeek = (weekday: number, weekend: number): number => (5 * weekday + 2 * weekend) / 7;
  const stations = ofWeek(region.transit_weekday, region.transit_weekend);
  const rail = ofWeek(
    modes[`${network.railSeries}_weekday`],
    modes[`${network.railSeries}_weekend`],
  );
  const bus = ofWeek(modes[`${network.busSeries}_weekday`], modes[`${network.busSeries}_weekend`]);
  const car = ofWeek(modes.cars_weekday, modes.cars_weekend);
  const cycling = ofWeek(modes.cycling_weekday, modes.cycling_weekend);
  return [
    car,
    (stations + rail) / 2,
    (stations + bus) / 2,
    walkingShare * car + (1 - walkingShare) * cycling,
  ];
}
