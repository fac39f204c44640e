import type { TrendMethod } from '#src/method-finding.ts';
import { dateFact, weekToFact } from '#src/summary/facts.ts';
import { factsWithin } from '#src/summary/facts-within.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { endsInFull, trendSubject } from '#src/summary/trend/trend-subject.ts';

/** What was compared, or could not be. */
function sayCompared({ trend }: TrendMethod): Sentence {
  const { since, weeks, change } = trend;
  const subject = factsWithin(trendSubject(trend, 'trips'), '/trend');
  const start = change?.kind === 'measured' ? 'This is how we compared' : 'We could not compare';
  if (trend.against === 'lastYear') return say`${start} ${subject} with a year before.`;
  if (since !== undefined)
    return say`${start} ${subject} before and after ${dateFact(since.date, '/trend/since/date')}.`;
  const index = weeks.length - 1;
  const last = weekToFact(weeks[index]?.week ?? '', `/trend/weeks/${index}/week`);
  return say`${start} ${subject} in the week to ${last} with the weeks before.`;
}

/** Which trips are counted. */
function sayCounted({ trend: { ends } }: TrendMethod): Sentence {
  const counted = factsWithin(endsInFull(ends), '/trend');
  return ends.origin === undefined
    ? say`We count trips ${counted}, those within included.`
    : say`We count trips ${counted}.`;
}

/** Where the comparison is made once for each mode or day. */
function sayEach({ each }: TrendMethod): readonly Sentence[] {
  if (each === undefined) return [];
  return each === 'mode'
    ? [say`The same is done for each type of transport, with its own trips.`]
    : [say`The same is done for each day of the week, with the trips of that day alone.`];
}

/** What the answer is, and what it counts. */
export const sayLead = (finding: TrendMethod): readonly Sentence[] => [
  sayCompared(finding),
  sayCounted(finding),
  ...sayEach(finding),
];
