import type { GeneralMethod } from '#src/method-finding.ts';
import { nameFact } from '#src/summary/facts.ts';
import { decimalPercentFact } from '#src/summary/method/decimal-fact.ts';
import {
  limitFact,
  limitPercentFact,
  settingFact,
  settingPercentFact,
} from '#src/summary/method/rule-facts.ts';
import { sayClearRule } from '#src/summary/method/say-clear-rule.ts';
import { sayOrdinary } from '#src/summary/method/say-ordinary.ts';
import { sayProtection } from '#src/summary/say-protection.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

function saySides(finding: GeneralMethod): readonly Sentence[] {
  const number = (key: Parameters<typeof settingFact>[1]) => settingFact(finding, key);
  return [
    say`Before are the last ${number('beforeWeeks')} ordinary weeks in the ${number('lookBackWeeks')} weeks before the date.`,
    say`After are the first ${number('afterWeeks')} ordinary weeks that follow it.`,
    say`The week of the date is on neither side, unless the date is a Monday.`,
    say`Neither side reaches across another event of the kinds in the table.`,
    say`We need at least ${number('minimumBefore')} weeks before and ${number('minimumAfter')} after.`,
    say`The change is how far the mean after lies above or below the mean before.`,
  ];
}

function sayLikelyRange(finding: GeneralMethod): readonly Sentence[] {
  const share = decimalPercentFact(finding.rules.likelyPercent, '/rules/likelyPercent');
  return [
    say`The likely range shows how much trips change anyway: we make the same comparison all through the ${settingFact(finding, 'historyWeeks')} weeks before the date.`,
    say`In ${share} of cases, such a range should hold the true change.`,
    say`With fewer than ${settingFact(finding, 'minimumHistory')} ordinary weeks in that time we give no range.`,
  ];
}

const saySimilar = (finding: GeneralMethod): Sentence =>
  say`A change below ${settingPercentFact(finding, 'smallestClearPercent')} is similar if its range stays within ${settingPercentFact(finding, 'similarWithinPercent')} of no change.`;

function sayPercentages(finding: GeneralMethod): readonly Sentence[] {
  return [
    say`Each place has an error bound: the most that protection can move its trips in a week.`,
    say`Percentages are whole where trips are at least ${limitFact(finding, 'wholePercentFrom')} times that bound.`,
    say`From ${limitFact(finding, 'percentFrom')} times it they go to the nearest ${limitPercentFact(finding, 'nearestPercent')}, and below that we give none.`,
    say`Numbers below ${limitFact(finding, 'shownFrom')} times the bound are withheld.`,
  ];
}

/** How changes are measured, in general, and what to type to see it for one number. */
export const sayGeneral = (finding: GeneralMethod): readonly Sentence[] => [
  say`To measure a change, we compare typical weeks before and after a date.`,
  ...sayOrdinary,
  ...saySides(finding),
  ...sayLikelyRange(finding),
  ...sayClearRule(finding, 'say that trips rose or fell'),
  saySimilar(finding),
  sayProtection(finding),
  ...sayPercentages(finding),
  say`Add a question to see how its own number was made.`,
  say`Try: ${nameFact(finding.example, '/example')}`,
];
