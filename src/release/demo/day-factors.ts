import type { DemoModel, PurposeFactors } from '#src/release/demo/demo-model.ts';
import type { RegionWeek } from '#src/release/demo/demo-parameters.ts';

/** Trips of one district on each day of a week, Monday to Sunday, against an average day before the pandemic. */
export type DayFactors = { readonly commute: readonly number[]; readonly other: readonly number[] };

const leastWork = 0.05;

/** The day factors of one district and week: weekday shape × the region's multiplier (with the district's offset for commuting) × bank holidays. */
export function dayFactors(
  shape: DemoModel['weekdayShape'],
  week: RegionWeek,
  offset: number,
  holidays: readonly PurposeFactors[],
): DayFactors {
  const work = (day: number): number =>
    Math.max(leastWork, offset + (day < 5 ? week.work_weekday : week.work_weekend));
  const retail = (day: number): number => (day < 5 ? week.retail_weekday : week.retail_weekend);
  return {
    commute: levelled(shape.commute).map(
      (part, day) => part * work(day) * (holidays[day]?.commute ?? 1),
    ),
    other: levelled(shape.other).map(
      (part, day) => part * retail(day) * (holidays[day]?.other ?? 1),
    ),
  };
}

/** The base trips are those of an average day: a shape must not change the week's sum. */
function levelled(shape: readonly number[]): readonly number[] {
  const mean = shape.reduce((sum, part) => sum + part, 0) / shape.length;
  return shape.map((part) => part / mean);
}
