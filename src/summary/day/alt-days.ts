import type { DayFinding } from '#src/day-finding.ts';
import { altText } from '#src/summary/alt-text.ts';
import { sayWeekdays } from '#src/summary/day/say-weekdays.ts';
import { titleDays } from '#src/summary/day/title-days.ts';
import { factsWithin } from '#src/summary/facts-within.ts';
import { dateFact, nameFact, numberFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { sayRange } from '#src/summary/trend/say-range.ts';
import { endsInFull } from '#src/summary/trend/trend-subject.ts';

function sayMarks({ trend, days }: DayFinding): readonly Sentence[] {
  const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
  return trend.events.flatMap(({ label, date }, index) =>
    date < first || date > last
      ? []
      : [
          say`A line marks ${dateFact(date, `/trend/events/${index}/date`)}: ${nameFact(label, `/trend/events/${index}/label`)}.`,
        ],
  );
}

function sayDoubt({ trend: { change, since } }: DayFinding): readonly Sentence[] {
  if (change?.kind !== 'measured' || since === undefined) return [];
  return [factsWithin(sayRange(change), '/trend')];
}

const sayWithheld = ({ days }: DayFinding): readonly Sentence[] =>
  days.some(({ trips }) => trips.kind === 'suppressed')
    ? [say`Some days are withheld to protect people and shown as [c].`]
    : [];

/** The chart in words for those who do not see it: what it shows, the comparison, the days of the week, what is withheld, where the table is. At most 2,000 characters. */
export function altDays(finding: DayFinding): Sentence {
  const { days, trend } = finding;
  const index = days.length - 1;
  const count = numberFact(days.length, '/days/length');
  const last = dateFact(days[index]?.date ?? '', `/days/${index}/date`);
  return altText([
    say`Line chart of trips a day ${factsWithin(endsInFull(trend.ends), '/trend')}, for ${count} days to ${last}.`,
    say`${titleDays(finding)}.`,
    ...sayDoubt(finding),
    ...sayWeekdays(finding),
    ...sayMarks(finding),
    ...sayWithheld(finding),
  ]);
}
