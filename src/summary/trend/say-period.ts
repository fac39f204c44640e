import type { TrendFinding } from '#src/finding.ts';
import { numberFact, tripsFact, weekToFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { trendSubject } from '#src/summary/trend/trend-subject.ts';

/** How many trips there were in the period asked about, where it cannot be said how they changed. */
export function sayPeriod(finding: TrendFinding): readonly Sentence[] {
  const { period, change } = finding;
  const told =
    change === undefined ||
    change.kind === 'tooSoon' ||
    change.kind === 'tooFewBefore' ||
    change.kind === 'cutShort';
  if (period === undefined || period.mean.kind !== 'published' || !told) return [];
  const index = period.weeks.length - 1;
  if (index === 0 && change?.kind === 'tooSoon' && change.level !== undefined) return [];
  const to = weekToFact(period.weeks[index] ?? '', `/period/weeks/${index}`);
  const trips = tripsFact(period.mean.value, '/period/mean/value');
  if (index === 0)
    return [say`There were ${trips} ${trendSubject(finding, 'trips')} in the week to ${to}.`];
  const weeks = numberFact(period.weeks.length, '/period/weeks/length');
  return [
    say`There were ${trips} ${trendSubject(finding, 'trips')} a week on average, in the ${weeks} weeks to ${to}.`,
  ];
}
