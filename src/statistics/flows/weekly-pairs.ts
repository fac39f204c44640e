import type { AreaCode } from '#src/area.ts';
import type { FlowRow } from '#src/statistics/flows/flows-input.ts';

/** Trips a week, on average over `weeks` weeks, of each pair of places: 0 where no leaf is published. */
export function weeklyPairs(
  rows: readonly FlowRow[],
  weeks: number,
): (origin: AreaCode, destination: AreaCode) => number {
  const trips = new Map(rows.map((row) => [`${row.origin} ${row.destination}`, row.trips]));
  return (origin, destination) => (trips.get(`${origin} ${destination}`) ?? 0) / weeks;
}
