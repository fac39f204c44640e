import { displayTrips } from '#src/disclosure/display-cell.ts';
import type { PartlyKnown } from '#src/finding.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import type { IsoDate } from '#src/week.ts';

/** Above this many per cent, what is counted elsewhere could hide a change. */
export const mostUnknownPercent = 5;

/** Trips counted elsewhere that may have started in the place: a week on average, and what is said of them. */
export type Rest = { readonly trips: number; readonly known: PartlyKnown };

const meanOf = (rows: TrendInput['rows'], weeks: readonly IsoDate[]): number => {
  const used = new Set(weeks);
  const total = rows.reduce((sum, { week, trips }) => sum + (used.has(week) ? trips : 0), 0);
  return total / Math.max(1, weeks.length);
};

/** How much of what started in the place may be counted elsewhere, in the weeks that an answer is about; undefined where nothing is. */
export function findRest(input: TrendInput, weeks: readonly IsoDate[]): Rest | undefined {
  const { rest, rows, bound, release } = input;
  if (rest === undefined) return undefined;
  const trips = meanOf(rest.rows, weeks);
  if (trips === 0) return undefined;
  return {
    trips,
    known: {
      rest: rest.name,
      trips: displayTrips(trips, bound, release.rounding),
      percent: Math.ceil((100 * trips) / (trips + meanOf(rows, weeks))),
    },
  };
}
