import type { TrendFinding } from '#src/finding.ts';
import { altText } from '#src/summary/alt-text.ts';
import { dateFact, nameFact, numberFact, tripsFact, weekToFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { sayRange } from '#src/summary/trend/say-range.ts';
import { endsInFull } from '#src/summary/trend/trend-subject.ts';
import { titleTrend } from '#src/summary/trend/title-trend.ts';

function sayLevels({ change, weeks }: TrendFinding): readonly Sentence[] {
  if (change?.kind === 'measured') {
    const before = tripsFact(change.meanBefore, '/change/meanBefore');
    const after = tripsFact(change.meanAfter, '/change/meanAfter');
    return [
      say`The ordinary weeks compared had around ${before} trips a week before and ${after} after.`,
    ];
  }
  const index = weeks.findLastIndex(({ trips }) => trips.kind === 'published');
  const last = weeks[index];
  if (last?.trips.kind !== 'published') return [];
  const trips = tripsFact(last.trips.value, `/weeks/${index}/trips/value`);
  const more = change?.kind === 'partlyKnown' ? ' or more' : '';
  return [
    say`There were ${trips}${more} in the week to ${weekToFact(last.week, `/weeks/${index}/week`)}.`,
  ];
}

const sayDoubt = ({ change, since, against }: TrendFinding): readonly Sentence[] =>
  change?.kind === 'measured' && since !== undefined && against === 'before'
    ? [sayRange(change)]
    : [];

function sayMarks({ events }: TrendFinding): readonly Sentence[] {
  return events.map(
    ({ label, date }, index) =>
      say`A line marks ${dateFact(date, `/events/${index}/date`)}: ${nameFact(label, `/events/${index}/label`)}.`,
  );
}

function sayWithheld({ weeks }: TrendFinding): readonly Sentence[] {
  const withheld = weeks.filter(({ trips }) => trips.kind === 'suppressed').length;
  if (withheld === 0) return [];
  return [say`Some weeks are withheld to protect people and shown as [c].`];
}

/** The chart in words for those who do not see it: what it shows, the change, key values, what is withheld, where the table is. At most 2,000 characters. */
export function altTrend(finding: TrendFinding): Sentence {
  const { weeks, ends } = finding;
  const index = weeks.length - 1;
  const count = numberFact(weeks.length, '/weeks/length');
  const last = weekToFact(weeks[index]?.week ?? '', `/weeks/${index}/week`);
  return altText([
    say`Line chart of trips ${endsInFull(ends)}, for ${count} weeks to ${last}.`,
    say`${titleTrend(finding)}.`,
    ...sayDoubt(finding),
    ...sayLevels(finding),
    ...sayMarks(finding),
    ...sayWithheld(finding),
  ]);
}
