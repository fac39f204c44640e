import type { MeasuredChange } from '#src/finding.ts';
import type { TrendMethod, Working } from '#src/method-finding.ts';
import { percentFact, tripsFact } from '#src/summary/facts.ts';
import { factsWithin } from '#src/summary/facts-within.ts';
import { decimalFact } from '#src/summary/method/decimal-fact.ts';
import { limitFact } from '#src/summary/method/rule-facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { leftOut } from '#src/summary/trend/say-partly-known.ts';

/** The two levels. */
function sayLevels(
  { weeksApart, trend: { since } }: TrendMethod,
  { meanBefore, meanAfter }: MeasuredChange,
): Sentence {
  const before = tripsFact(meanBefore, '/trend/change/meanBefore');
  const after = tripsFact(meanAfter, '/trend/change/meanAfter');
  if (since === undefined)
    return weeksApart === undefined
      ? say`The mean of those weeks is ${before} trips; the last week had ${after}.`
      : say`A year before there were ${before} trips; the last week had ${after}.`;
  return weeksApart === undefined
    ? say`The means are ${before} trips a week before the date and ${after} after it.`
    : say`The means are ${after} trips a week after the date and ${before} a year before.`;
}

/** How far apart the levels are. */
function sayChange({ percent }: MeasuredChange): Sentence {
  const size = percentFact(percent.value, '/trend/change/percent/value');
  return percent.value === 0
    ? say`From unrounded totals, that is no change once we round it.`
    : say`From unrounded totals, that is around ${size} ${percent.value > 0 ? 'higher' : 'lower'}.`;
}

/** To what the percentages are rounded, and why. */
function sayPrecision(finding: TrendMethod, { percent }: MeasuredChange): Sentence {
  const whole = limitFact(finding, 'wholePercentFrom');
  if (percent.to === 1)
    return say`The mean before is at least ${whole} times that, so per cents are whole.`;
  const five = percentFact(percent.to, '/trend/change/percent/to');
  return say`The mean before is less than ${whole} times that, so we round to the nearest ${five}.`;
}

/** How far protection can move a total, and the change. */
function sayBound(
  finding: TrendMethod,
  change: MeasuredChange,
  { boundPoints }: Working,
): readonly Sentence[] {
  const { bound } = finding.trend;
  if (bound === 0 && boundPoints === 0) return [say`Protecting people moved none of these totals.`];
  const start = finding.trend.partly === undefined ? 'Protecting' : 'Apart from that, protecting';
  return [
    say`${start} people moves a week's total by at most ${tripsFact(bound, '/trend/bound')} trips.`,
    sayPrecision(finding, change),
    say`What is hidden could move the change by at most ${decimalFact(boundPoints, '/working/boundPoints')} percentage ${boundPoints === 1 ? 'point' : 'points'}.`,
  ];
}

/** From the weeks to the change, and what protection does to it. */
export function sayChangeWorking(
  finding: TrendMethod,
  change: MeasuredChange,
  working: Working,
): readonly Sentence[] {
  const partly = leftOut(finding.trend);
  return [
    sayLevels(finding, change),
    sayChange(change),
    ...(partly === undefined ? [] : [factsWithin(partly, '/trend')]),
    ...sayBound(finding, change, working),
  ];
}
