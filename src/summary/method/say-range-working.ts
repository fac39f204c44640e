import type { MeasuredChange } from '#src/finding.ts';
import type { RangeWorking, TrendMethod, Working } from '#src/method-finding.ts';
import { noRangeOfYears } from '#src/summary/caveats.ts';
import { factsWithin } from '#src/summary/facts-within.ts';
import { numberFact, rangeWords, weeksFact } from '#src/summary/facts.ts';
import { decimalFact, decimalPercentFact } from '#src/summary/method/decimal-fact.ts';
import { settingFact } from '#src/summary/method/rule-facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

const number = (range: RangeWorking, key: keyof RangeWorking) =>
  numberFact(range[key], `/working/range/${key}`);

/** The earlier changes, and how large they are. */
function sayEarlier(
  { beforeWeeks, afterWeeks }: MeasuredChange,
  range: RangeWorking,
): readonly Sentence[] {
  const before = factsWithin(weeksFact(beforeWeeks, '/beforeWeeks'), '/trend/change');
  const after = numberFact(afterWeeks.length, '/trend/change/afterWeeks/length');
  const times = number(range, 'positions');
  const size = decimalPercentFact(range.typicalPercent, '/working/range/typicalPercent');
  return [
    say`To see how much trips change anyway, we made the same comparison ${times} times in the ${number(range, 'calendarWeeks')} weeks before.`,
    say`Each time we held ${before} in a row against the next ${after}, leaving out weeks that are not ordinary.`,
    say`A change is the natural log of the later mean over the earlier one.`,
    say`The root of the mean square of those ${times} changes is ${size}.`,
  ];
}

/** The multiple of Student's t. */
function sayMultiple({ rules }: TrendMethod, range: RangeWorking): readonly Sentence[] {
  const degrees = number(range, 'degreesOfFreedom');
  const weeks = number(range, 'historyWeeks');
  const share = decimalPercentFact(rules.likelyPercent, '/rules/likelyPercent');
  const multiple = decimalFact(range.multiple, '/working/range/multiple');
  return [
    say`Those ${number(range, 'calendarWeeks')} weeks hold ${weeks} ordinary ones; twice that, over the ${number(range, 'comparedWeeks')} weeks compared and rounded down, gives ${degrees} degrees of freedom.`,
    say`With these, ${share} of Student's t lies within ${multiple} times that size.`,
  ];
}

/** How the likely range was made, or why there is none. */
export function sayRangeWorking(
  finding: TrendMethod,
  change: MeasuredChange,
  { range, historyWeeks }: Working,
): readonly Sentence[] {
  if (finding.weeksApart !== undefined) return [noRangeOfYears];
  if (range === undefined || change.range === undefined) {
    const weeks = numberFact(historyWeeks, '/working/historyWeeks');
    return [
      say`We have ${weeks} ordinary weeks in the ${settingFact(finding, 'historyWeeks')} weeks before and need ${settingFact(finding, 'minimumHistory')} for a likely range.`,
    ];
  }
  const multiple = decimalFact(range.multiple, '/working/range/multiple');
  const size = decimalPercentFact(range.typicalPercent, '/working/range/typicalPercent');
  const { low, high } = change.range;
  return [
    ...sayEarlier(change, range),
    ...sayMultiple(finding, range),
    low === high
      ? say`The likely range goes ${multiple} times ${size} to either side of the change, in logs: less than rounding.`
      : say`The likely range goes ${multiple} times ${size} to either side of the change, in logs: ${rangeWords(change.range, '/trend/change/range')}.`,
  ];
}
