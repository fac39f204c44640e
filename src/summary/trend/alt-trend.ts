import type { TrendFinding } from '#src/finding.ts';
import { dateFact, nameFact, numberFact, tripsFact, weekToFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { sayRange } from '#src/summary/trend/say-range.ts';
import { titleTrend } from '#src/summary/trend/title-trend.ts';

/** Longest alternative text that Slack takes, in characters. */
const longest = 2000;

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
  return [
    say`There were ${trips} in the week to ${weekToFact(last.week, `/weeks/${index}/week`)}.`,
  ];
}

const sayDoubt = ({ change, since }: TrendFinding): readonly Sentence[] =>
  change?.kind === 'measured' && since !== undefined ? [sayRange(change)] : [];

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
  const { weeks, spoken } = finding;
  const index = weeks.length - 1;
  const count = numberFact(weeks.length, '/weeks/length');
  const last = weekToFact(weeks[index]?.week ?? '', `/weeks/${index}/week`);
  const sentences = [
    say`Line chart of trips that end in ${nameFact(spoken, '/spoken')}, for ${count} weeks to ${last}.`,
    say`${titleTrend(finding)}.`,
    ...sayDoubt(finding),
    ...sayLevels(finding),
    ...sayMarks(finding),
    ...sayWithheld(finding),
    say`The table with this chart holds the numbers.`,
  ];
  const fitting = sentences.filter(
    (_, at) =>
      sentences.slice(0, at + 1).reduce((total, { text }) => total + text.length + 1, 0) <= longest,
  );
  return fitting.reduce((text, sentence) => say`${text} ${sentence}`);
}
