import { bankHolidayFactors, shockFactors } from '#src/release/demo/day-events.ts';
import type { PurposeFactors } from '#src/release/demo/demo-model.ts';
import type { DemoParameters } from '#src/release/demo/demo-parameters.ts';
import { lineageOf } from '#src/release/demo/lineage.ts';
import { addDays, type IsoDate } from '#src/week.ts';

/** One week of one region: what bank holidays and shocks leave of each day, Monday to Sunday. */
export type RegionDays = {
  readonly holiday: readonly PurposeFactors[];
  readonly shock: readonly PurposeFactors[];
};

/** The days of `week` in `region`. */
export function regionDays(parameters: DemoParameters, region: string, week: IsoDate): RegionDays {
  const lineage = lineageOf(parameters.upperAreas, region);
  const dates = [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(week, day));
  return {
    holiday: dates.map((date) =>
      bankHolidayFactors(parameters.bankHolidays, parameters.model.bankHolidays, lineage, date),
    ),
    shock: dates.map((date) => shockFactors(parameters.shocks, lineage, date)),
  };
}
