import type { Change, MeasuredChange, TrendFinding } from '#src/finding.ts';
import {
  dateFact,
  nameFact,
  percentFact,
  tripsFact,
  weeksFact,
  weekToFact,
} from '#src/summary/facts.ts';
import { acrossChristmas } from '#src/summary/trend/say-measured.ts';
import { trendSubject } from '#src/summary/trend/trend-subject.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { sayTooSmall } from '#src/summary/trend/say-not-compared.ts';

type TooFewBefore = Extract<Change, { kind: 'tooFewBefore' }>;

/** What the last week was, against the ordinary weeks before it: said where no date is asked about. */
export function sayLatest(finding: TrendFinding): readonly Sentence[] {
  const { weeks, change } = finding;
  const index = weeks.length - 1;
  const last = weeks[index];
  if (last === undefined || last.trips.kind !== 'published') return sayTooSmall(finding);
  const trips = tripsFact(last.trips.value, `/weeks/${index}/trips/value`);
  const level = say`There were ${trips} ${trendSubject(finding, 'trips')} in the week to ${weekToFact(last.week, `/weeks/${index}/week`)}.`;
  if (last.flag !== undefined) {
    const label = nameFact(last.flag.label, `/weeks/${index}/flag/label`);
    return [level, say`That week is not ordinary (${label}), so we do not compare it with others.`];
  }
  if (change?.kind === 'tooFewBefore') return [level, ...sayBarrier(change)];
  if (change?.kind !== 'measured') return [level];
  return [level, sayAgainstBefore(change), ...acrossChristmas(finding, change)];
}

/** Another event lies between the last week and those before it. */
function sayBarrier({ barrier }: TooFewBefore): readonly Sentence[] {
  if (barrier === undefined) return [];
  const date = dateFact(barrier.date, '/change/barrier/date');
  const clause = nameFact(barrier.clause, '/change/barrier/clause');
  return [say`We do not compare it with weeks before ${date}, when ${clause}.`];
}

/** The last week against the ordinary weeks before it. */
function sayAgainstBefore(change: MeasuredChange): Sentence {
  const before = weeksFact(change.beforeWeeks, '/change/beforeWeeks');
  const size = percentFact(change.percent.value, '/change/percent/value');
  if (change.percent.value === 0) return say`That is similar to the ${before} before.`;
  const higher = change.percent.value > 0 ? 'higher' : 'lower';
  switch (change.verdict) {
    case 'similar':
      return say`That is similar to the ${before} before.`;
    case 'unsure':
      return change.range === undefined
        ? say`That is around ${size} ${higher} than in the ${before} before.`
        : say`That is around ${size} ${higher} than in the ${before} before, which is not unusual for one week.`;
    case 'rose':
    case 'fell':
      return say`That is around ${size} ${higher} than in the ${before} before, more than is usual from week to week.`;
    default:
      return change.verdict satisfies never;
  }
}
