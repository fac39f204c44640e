import type { TrendMethod } from '#src/method-finding.ts';
import { dateFact, weeksFact } from '#src/summary/facts.ts';
import { factsWithin } from '#src/summary/facts-within.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** The weeks before what later ended had begun, where the answer tells of their level. */
export function sayLevel({ trend: { context } }: TrendMethod): readonly Sentence[] {
  if (context === undefined) return [];
  const date = dateFact(context.event.date, '/trend/context/event/date');
  const weeks = factsWithin(weeksFact(context.weeks, '/context/weeks'), '/trend');
  return [say`The level before ${date} is the mean of ${weeks}, marked in the table.`];
}
