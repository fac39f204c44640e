import type { MeasuredChange, TrendFinding } from '#src/finding.ts';
import { noRangeOfYears } from '#src/summary/caveats.ts';
import {
  dateFact,
  nameFact,
  percentFact,
  tripsFact,
  weeksFact,
  weekToFact,
} from '#src/summary/facts.ts';
import { isShort } from '#src/summary/is-short.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { sayTooSmall } from '#src/summary/trend/say-not-compared.ts';
import { trendSubject } from '#src/summary/trend/trend-subject.ts';

/** The weeks that are held against those of a year before, and how these are called. */
function sayWeeks({ since, weeks }: TrendFinding, change: MeasuredChange) {
  if (since !== undefined) {
    const after = weeksFact(change.afterWeeks, '/change/afterWeeks');
    return {
      now: say`in the ${after} after ${dateFact(since.date, '/since/date')}`,
      year: 'the same weeks a year before',
    };
  }
  const index = weeks.length - 1;
  const week = weekToFact(weeks[index]?.week ?? '', `/weeks/${index}/week`);
  return { now: say`in the week to ${week}`, year: 'the same week a year before' };
}

/** Both levels. */
function sayLevels({ since }: TrendFinding, change: MeasuredChange): readonly Sentence[] {
  const before = tripsFact(change.meanBefore, '/change/meanBefore');
  const after = tripsFact(change.meanAfter, '/change/meanAfter');
  return [
    since === undefined
      ? say`There were ${after} trips, and ${before} a year before.`
      : say`There were ${after} trips a week on average, and ${before} a year before.`,
  ];
}

/** What had changed shortly before the weeks of the year before. */
function sayWake({ yearBefore }: TrendFinding): readonly Sentence[] {
  if (yearBefore === undefined) return [];
  const date = dateFact(yearBefore.date, '/yearBefore/date');
  return [
    say`The weeks a year before came after ${date}, when ${nameFact(yearBefore.clause, '/yearBefore/clause')}.`,
  ];
}

/** The answer, in one sentence where it is short enough to be read aloud. */
function sayLead(finding: TrendFinding, change: MeasuredChange): readonly Sentence[] {
  const { now, year } = sayWeeks(finding, change);
  const subject = trendSubject(finding);
  if (change.percent.value === 0)
    return [say`${subject} were at the same level ${now} and ${year}.`];
  const size = percentFact(change.percent.value, '/change/percent/value');
  const level = say`${subject} were around ${size} ${change.percent.value > 0 ? 'higher' : 'lower'}`;
  const whole = say`${level} ${now} than in ${year}.`;
  return isShort(whole)
    ? [whole]
    : [say`${level} than a year before.`, say`That is ${now}, against ${year}.`];
}

/** The weeks asked about against the same weeks a year before. */
export function sayYears(finding: TrendFinding): readonly Sentence[] {
  const { change } = finding;
  if (change?.kind === 'tooSmall') return sayTooSmall(finding);
  if (change?.kind !== 'measured')
    return [
      say`We cannot compare ${trendSubject(finding, 'trips')} with a year before.`,
      say`That needs ordinary weeks in both years, and these data have too few.`,
      say`Ask for another date, or look at the weeks in the chart.`,
    ];
  return [
    ...sayLead(finding, change),
    ...sayLevels(finding, change),
    ...sayWake(finding),
    noRangeOfYears,
  ];
}
