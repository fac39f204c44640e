import type { Change, PartlyKnown, TrendFinding } from '#src/finding.ts';
import { nameFact, tripsFact, weekToFact } from '#src/summary/facts.ts';
import { sayCountedElsewhere } from '#src/summary/say-counted-elsewhere.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { trendSubject } from '#src/summary/trend/trend-subject.ts';

type Partly = Extract<Change, { kind: 'partlyKnown' }>;

/** The level is a minimum: all that is counted elsewhere would come on top. */
function sayAtLeast(finding: TrendFinding): readonly Sentence[] {
  const index = finding.weeks.length - 1;
  const last = finding.weeks[index];
  if (last?.trips.kind !== 'published') return [];
  const trips = tripsFact(last.trips.value, `/weeks/${index}/trips/value`);
  const week = weekToFact(last.week, `/weeks/${index}/week`);
  return [say`There were around ${trips} or more in the week to ${week}.`];
}

/** Where the rest is counted, and how many trips it is. */
function sayRest({ rest, trips }: PartlyKnown, origin: string): readonly Sentence[] {
  const where = nameFact(rest, '/partly/rest');
  const many =
    trips.kind === 'published'
      ? say`: ${tripsFact(trips.value, '/partly/trips/value')} trips a week on average`
      : say``;
  return [
    say`Small flows are counted together as ${where}${many}.`,
    say`Some of those trips may have started in ${nameFact(origin, '/ends/origin')}.`,
  ];
}

/** What can be asked instead: from a place of which enough is known, or what ends at the destination. */
function sayInstead({ ends }: TrendFinding, { larger }: Partly): Sentence {
  const wider = larger === undefined ? undefined : nameFact(larger, '/change/larger');
  const to =
    ends.destination === undefined ? undefined : nameFact(ends.destination, '/ends/destination');
  if (to === undefined)
    return wider === undefined
      ? say`Ask for trips that end there.`
      : say`Ask for trips from ${wider}, or for trips that end there.`;
  return wider === undefined
    ? say`Ask for all flows to ${to}.`
    : say`Ask for trips from ${wider} to ${to}, or for all flows to ${to}.`;
}

/** Too many of the trips that start in the place are counted elsewhere to say how they changed. */
export function sayPartlyKnown(finding: TrendFinding, change: Partly): readonly Sentence[] {
  const subject = trendSubject(finding, 'trips');
  const lead =
    finding.since === undefined
      ? say`We cannot say how many ${subject} there were.`
      : say`We cannot say how ${subject} changed.`;
  const rest =
    finding.partly === undefined ? [] : sayRest(finding.partly, finding.ends.origin ?? '');
  return [lead, ...sayAtLeast(finding), ...rest, sayInstead(finding, change)];
}

/** The little that is counted elsewhere, where a trend can be told all the same. */
export function leftOut({ partly, change }: TrendFinding): Sentence | undefined {
  if (partly === undefined || change?.kind !== 'measured') return undefined;
  return sayCountedElsewhere(partly, '/partly');
}
