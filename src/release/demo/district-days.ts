import { dayFactors, type DayFactors } from '#src/release/demo/day-factors.ts';
import type { DemoParameters, RegionWeek } from '#src/release/demo/demo-parameters.ts';
import { demoWeeks } from '#src/release/demo/demo-weeks.ts';
import { districtOffset } from '#src/release/demo/district-offset.ts';
import { regionDays, type RegionDays } from '#src/release/demo/region-days.ts';

/** One district and week: day factors without shocks, and the shocks of its region. */
export type DistrictWeek = { readonly factors: DayFactors; readonly shock: RegionDays['shock'] };

/** Every district's weeks: `[district][week]`. Throws where a region lacks a week of multipliers. */
export function districtDays(parameters: DemoParameters): readonly (readonly DistrictWeek[])[] {
  const regions = new Map(
    [...new Set(parameters.districts.map((district) => district.region))].map((region) => [
      region,
      weeksOf(parameters, region),
    ]),
  );
  return parameters.districts.map((district) => {
    const weeks = regions.get(district.region) ?? [];
    const offset = parameters.offsets.find((each) => each.district === district.code);
    const rows = weeks.map((each) => each.multipliers);
    return weeks.map(({ multipliers, days }) => {
      const shift =
        offset === undefined
          ? 0
          : districtOffset(offset, parameters.model.offsetPhases, rows, multipliers);
      return {
        factors: dayFactors(parameters.model.weekdayShape, multipliers, shift, days.holiday),
        shock: days.shock,
      };
    });
  });
}

type RegionCalendarWeek = { readonly multipliers: RegionWeek; readonly days: RegionDays };

function weeksOf(parameters: DemoParameters, region: string): readonly RegionCalendarWeek[] {
  const rows = new Map(
    parameters.regionWeeks.filter((row) => row.region === region).map((row) => [row.week, row]),
  );
  return demoWeeks(parameters.model).map((week) => {
    const multipliers = rows.get(week);
    if (multipliers === undefined)
      throw new Error(`no multipliers for ${region} in the week of ${week}`);
    return { multipliers, days: regionDays(parameters, region, week) };
  });
}
