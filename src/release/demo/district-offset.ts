import type { DemoModel } from '#src/release/demo/demo-model.ts';
import type { DistrictOffset, RegionWeek } from '#src/release/demo/demo-parameters.ts';
import { interpolate } from '#src/release/demo/interpolate.ts';
import { dayNumber, type IsoDate } from '#src/week.ts';

type Phase = DemoModel['offsetPhases'][number];

/**
 * What a district's workplace visits add to its region's in one week, as a share of trips before the pandemic.
 * The offsets of the phases that were measured there, in a straight line from one to the next, each scaled down where the region's fall is smaller than it was in that phase.
 */
export function districtOffset(
  offset: DistrictOffset,
  phases: readonly Phase[],
  regionWeeks: readonly RegionWeek[],
  week: RegionWeek,
): number {
  const points = phases.flatMap((phase) => {
    const measured = offset[phase.column];
    if (measured === undefined) return [];
    const fall = meanFall(regionWeeks, phase.measuredFrom, phase.measuredTo);
    return [
      {
        at: dayNumber(phase.at),
        value: (measured / 100) * Math.min(1, Math.abs(1 - week.work_weekday) / fall),
      },
    ];
  });
  return interpolate(points, dayNumber(week.week));
}

function meanFall(weeks: readonly RegionWeek[], from: IsoDate, to: IsoDate): number {
  const inside = weeks.filter((each) => each.week >= from && each.week <= to);
  return inside.reduce((sum, each) => sum + 1 - each.work_weekday, 0) / inside.length;
}
