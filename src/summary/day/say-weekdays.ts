import type { DayFinding } from '#src/day-finding.ts';
import { nameFact, tripsFact, weeksFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** The busiest and the quietest day of the week, where one of each stands out. */
export function sayWeekdays({ weekdays, trend }: DayFinding): readonly Sentence[] {
  if (weekdays === undefined) return [];
  const { weeks, busiest, quietest } = weekdays;
  const count = weeksFact(weeks, '/weekdays/weeks');
  const shown = trend.since === undefined ? 'shown' : 'shown after that date';
  const most = nameFact(busiest.day, '/weekdays/busiest/day');
  const least = nameFact(quietest.day, '/weekdays/quietest/day');
  const many = tripsFact(busiest.trips, '/weekdays/busiest/trips');
  const few = tripsFact(quietest.trips, '/weekdays/quietest/trips');
  return [
    say`In the ${count} ${shown}, ${most}s were busiest with around ${many} trips on average, and ${least}s quietest with ${few}.`,
  ];
}
