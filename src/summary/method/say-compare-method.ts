import type { CompareMethod } from '#src/method-finding.ts';
import { syntheticCaveat } from '#src/summary/caveats.ts';
import { numberFact } from '#src/summary/facts.ts';
import { settingFact } from '#src/summary/method/rule-facts.ts';
import { sayClearRule } from '#src/summary/method/say-clear-rule.ts';
import { sayOrdinary } from '#src/summary/method/say-ordinary.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

function saySides(finding: CompareMethod): readonly Sentence[] {
  const before = settingFact(finding, 'beforeWeeks');
  const within = settingFact(finding, 'lookBackWeeks');
  if (finding.asked === 'latest')
    return [
      say`For each place we hold the last week against the last ${before} ordinary weeks in the ${within} weeks before.`,
    ];
  return [
    say`For each place we look for the last ${before} ordinary weeks in the ${within} weeks before its own date.`,
    say`Against them we hold the first ${settingFact(finding, 'afterWeeks')} ordinary weeks after it.`,
  ];
}

/** How places were compared: each by its own weeks, which are in the table. */
export function sayCompareMethod(finding: CompareMethod): readonly Sentence[] {
  const count = numberFact(finding.places.length, '/places/length');
  const isLatest = finding.asked === 'latest';
  return [
    say`Each of the ${count} places is compared with itself, by weeks of its own.`,
    ...sayOrdinary,
    ...saySides(finding),
    say`The table has the weeks that we found.`,
    say`The likely range of each place comes from changes in the ${settingFact(finding, 'historyWeeks')} weeks before.`,
    ...sayClearRule(finding, isLatest ? 'call the week unusual' : 'say that trips rose or fell'),
    say`We say that one place changed more than another only if their likely ranges do not meet.`,
    say`Ask for the method of one place to see all its numbers.`,
    ...(finding.release.synthetic ? [syntheticCaveat] : []),
  ];
}
