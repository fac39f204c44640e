import type { MeasuredChange, TrendFinding } from '#src/finding.ts';
import { dateFact, nameFact, percentFact, weekToFact } from '#src/summary/facts.ts';
import { isShort, longestTitle } from '#src/summary/is-short.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { trendSubject } from '#src/summary/trend/trend-subject.ts';

/** What the comparison found, as a title says it: a change whose range includes none is no clear change. */
function found(finding: TrendFinding, change: MeasuredChange): Sentence {
  const subject = trendSubject(finding);
  const size = percentFact(change.percent.value, '/change/percent/value');
  switch (change.verdict) {
    case 'rose':
      return say`${subject} rose by around ${size}`;
    case 'fell':
      return say`${subject} fell by around ${size}`;
    case 'unsure':
      return change.range === undefined && change.percent.value !== 0
        ? say`${subject} were around ${size} ${change.percent.value > 0 ? 'higher' : 'lower'}`
        : say`No clear change in ${trendSubject(finding, 'trips')}`;
    case 'similar':
      return say`${subject} were similar before and`;
    default:
      return change.verdict satisfies never;
  }
}

/** "after the work from home guidance ended" where the title has room, else "after 28 January 2022". */
function afterWhat(
  finding: TrendFinding,
  since: NonNullable<TrendFinding['since']>,
  start: Sentence,
): Sentence {
  const dated = say`${start} after ${dateFact(since.date, '/since/date')}`;
  if (since.event === undefined) return dated;
  const named = say`${start} after ${nameFact(since.event.clause, '/since/event/clause')}`;
  return isShort(named, longestTitle) ? named : dated;
}

/** Against the same weeks a year before there is no range to judge by. */
function againstLastYear(finding: TrendFinding, change: MeasuredChange): Sentence {
  const subject = trendSubject(finding);
  if (change.percent.value === 0) return say`${subject} were at the level of a year before`;
  const size = percentFact(change.percent.value, '/change/percent/value');
  return say`${subject} were around ${size} ${change.percent.value > 0 ? 'higher' : 'lower'} than a year before`;
}

/** The chart's title: the finding, in sentence case, at most 15 words where names allow. */
export function titleTrend(finding: TrendFinding): Sentence {
  const { since, change, weeks } = finding;
  const subject = trendSubject(finding);
  const index = weeks.length - 1;
  const last = weekToFact(weeks[index]?.week ?? finding.release.lastDay, `/weeks/${index}/week`);
  if (change?.kind === 'partlyKnown')
    return say`Known ${trendSubject(finding, 'trips')} each week to ${last}`;
  if (change?.kind !== 'measured') return say`${subject} each week to ${last}`;
  if (finding.against === 'lastYear') return againstLastYear(finding, change);
  if (since !== undefined) return afterWhat(finding, since, found(finding, change));
  if (change.verdict === 'similar' || change.percent.value === 0)
    return say`${subject} were similar to usual in the week to ${last}`;
  const size = percentFact(change.percent.value, '/change/percent/value');
  const level = say`${subject} were around ${size} ${change.percent.value > 0 ? 'higher' : 'lower'}`;
  const whole = say`${level} than usual in the week to ${last}`;
  return isShort(whole, longestTitle) ? whole : say`${level} in the week to ${last}`;
}
