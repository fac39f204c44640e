import { mondayOf } from '#src/week.ts';
import type { Recovered } from '#test/attack/recover.ts';
import { anywhere, inside, subjectOf, weekOf, type Figure } from '#test/attack/subject.ts';
import type { Truth } from '#test/attack/truth.ts';

const wholeWeek = 7;

/** What the days say of weeks: seven that were recovered add up to what ends in their destination in a week, by all modes. */
export function weeksFromDays(
  recovered: Recovered,
  { days, country }: Truth,
): readonly { readonly figure: Figure; readonly trips: number }[] {
  const weeks = Map.groupBy(
    days.filter(({ name }) => recovered.has(name)),
    ({ destination, date }) => `${destination} ${mondayOf(date)}`,
  );
  return [...weeks.values()].flatMap((own) => {
    const [one] = own;
    if (one === undefined || own.length < wholeWeek) return [];
    const subject = subjectOf(anywhere, inside([one.destination]), country.modes);
    const trips = own.reduce((sum, { name }) => sum + (recovered.get(name) ?? 0), 0);
    // A week of none has no figures by day.
    return trips === 0
      ? []
      : [{ figure: { subject, time: weekOf(mondayOf(one.date)), bound: 0 }, trips }];
  });
}
