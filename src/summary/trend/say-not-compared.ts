import type { Change, TrendFinding } from '#src/finding.ts';
import { tooSmallToPublish } from '#src/summary/caveats.ts';
import { dateFact, nameFact, numberFact, tripsFact, weeksFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { trendSubject } from '#src/summary/trend/trend-subject.ts';

type Since = NonNullable<TrendFinding['since']>;
type NotCompared = Exclude<Change, { kind: 'measured' | 'tooSmall' | 'partlyKnown' | 'noTrips' }>;

/** "1 ordinary week", or "no ordinary weeks". */
const weeksOrNone = (weeks: readonly string[], from: string): Sentence =>
  weeks.length === 0 ? say`no ordinary weeks` : weeksFact(weeks, from);

/** What else there is to ask for where one type of transport was. */
const orAllModes = ({ mode }: TrendFinding): Sentence =>
  mode === undefined || mode.value === 'all' ? say`` : say`, or for all types of transport`;

/** The number cannot be said without a risk to people, and what to ask for instead. */
export function sayTooSmall(finding: TrendFinding): readonly Sentence[] {
  const { change } = finding;
  const larger = change?.kind === 'tooSmall' ? change.larger : undefined;
  const place =
    larger === undefined
      ? say`a larger area`
      : say`a larger area, such as ${nameFact(larger, '/change/larger')}`;
  const ask = say`You can ask for ${place}${orAllModes(finding)}.`;
  if (finding.weeks.some(({ trips }) => trips.kind === 'published' && trips.value > 0)) {
    return [
      say`We cannot say how ${trendSubject(finding, 'trips')} changed.`,
      say`The numbers are too small to tell a change from the protection we add; the table has them week by week.`,
      ask,
    ];
  }
  return [say`We cannot show ${trendSubject(finding, 'trips')}.`, tooSmallToPublish, ask];
}

/** There is nothing to compare, and nothing is hidden. */
export const sayNoTrips = (finding: TrendFinding): readonly Sentence[] => [
  say`There are no ${trendSubject(finding, 'trips')} in these data.`,
  say`Ask for another place${orAllModes(finding)}.`,
];

/** Why there is no comparison around the date, and what to do about it. */
export function sayNotCompared(
  finding: TrendFinding,
  change: NotCompared,
  since: Since,
): readonly Sentence[] {
  const date = dateFact(since.date, '/since/date');
  const needed = numberFact(change.needed, '/change/needed');
  const subject = trendSubject(finding, 'trips');
  switch (change.kind) {
    case 'tooSoon': {
      const so = say`It is too soon to say how ${subject} have changed since ${date}.`;
      const have = say`We have ${weeksOrNone(change.afterWeeks, '/change/afterWeeks')} since then and need at least ${needed}.`;
      const level =
        change.level?.kind === 'published'
          ? [
              say`There were ${tripsFact(change.level.value, '/change/level/value')} trips in that week.`,
            ]
          : [];
      const dataEnd = change.askAfter <= finding.release.lastDay;
      const askAfter = dateFact(change.askAfter, '/change/askAfter');
      return [
        so,
        have,
        ...level,
        dataEnd
          ? say`Ask for a period that ends on ${askAfter} or later.`
          : say`Ask again after ${askAfter}.`,
      ];
    }
    case 'tooFewBefore': {
      const weeks = weeksOrNone(change.beforeWeeks, '/change/beforeWeeks');
      const limit =
        change.barrier === undefined
          ? []
          : [
              say`We do not look back beyond ${dateFact(change.barrier.date, '/change/barrier/date')}, when ${nameFact(change.barrier.clause, '/change/barrier/clause')}.`,
            ];
      return [
        say`We cannot say how ${subject} changed after ${date}.`,
        say`We can use ${weeks} before that date and need at least ${needed}.`,
        ...limit,
        say`Ask for another date, or look at the weeks in the chart.`,
      ];
    }
    case 'cutShort':
      return [
        say`We cannot say how ${subject} changed after ${date}.`,
        say`We have ${weeksOrNone(change.afterWeeks, '/change/afterWeeks')} from then until ${dateFact(change.barrier.date, '/change/barrier/date')}, when ${nameFact(change.barrier.clause, '/change/barrier/clause')}.`,
        say`We need at least ${needed}, so ask for another date, or look at the weeks in the chart.`,
      ];
    default:
      return change satisfies never;
  }
}
