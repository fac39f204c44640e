import type { DayFinding } from '#src/day-finding.ts';
import { dateFact } from '#src/summary/facts.ts';
import { factsWithin } from '#src/summary/facts-within.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { titleTrend } from '#src/summary/trend/title-trend.ts';
import { trendSubject } from '#src/summary/trend/trend-subject.ts';

/** The chart's title: what the comparison of weeks found, else what is drawn. */
export function titleDays({ trend, days }: DayFinding): Sentence {
  if (trend.change?.kind === 'measured') return factsWithin(titleTrend(trend), '/trend');
  const index = days.length - 1;
  const last = dateFact(days[index]?.date ?? '', `/days/${index}/date`);
  return say`${factsWithin(trendSubject(trend), '/trend')} each day to ${last}`;
}
