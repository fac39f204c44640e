import type { TrendMethod } from '#src/method-finding.ts';
import { dateFact, nameFact, numberFact } from '#src/summary/facts.ts';
import { isShort } from '#src/summary/is-short.ts';
import { decimalFact } from '#src/summary/method/decimal-fact.ts';
import { settingFact } from '#src/summary/method/rule-facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { mondayOf } from '#src/week.ts';

/** How many ordinary weeks there are on a side. */
const count = ({ found }: TrendMethod, side: 'before' | 'after'): Sentence =>
  found[side] === 0 ? say`none` : say`${numberFact(found[side], `/found/${side}`)}`;

function sayAround(finding: TrendMethod): readonly Sentence[] {
  const { since } = finding.trend;
  const onMonday = since !== undefined && since.date === mondayOf(since.date);
  return [
    say`We looked for the last ${settingFact(finding, 'beforeWeeks')} ordinary weeks in the ${settingFact(finding, 'lookBackWeeks')} weeks before that date and found ${count(finding, 'before')}.`,
    say`We looked for the first ${settingFact(finding, 'afterWeeks')} ordinary weeks after it and found ${count(finding, 'after')}.`,
    ...(onMonday ? [] : [say`The week of the date is on neither side.`]),
  ];
}

const sayLatest = (finding: TrendMethod): readonly Sentence[] => [
  say`We took the last week, and looked for the last ${settingFact(finding, 'beforeWeeks')} ordinary weeks in the ${settingFact(finding, 'lookBackWeeks')} weeks before it.`,
  say`We found ${count(finding, 'before')}.`,
];

function sayYears(finding: TrendMethod): readonly Sentence[] {
  const { weeksApart, trend } = finding;
  if (weeksApart === undefined) return [];
  const apart = decimalFact(weeksApart, '/weeksApart');
  return trend.since === undefined
    ? [say`We hold the last week against the week ${apart} weeks before it.`]
    : [
        say`We looked for the first ${settingFact(finding, 'afterWeeks')} ordinary weeks after the date that were ordinary ${apart} weeks before too.`,
        say`We found ${count(finding, 'after')}.`,
      ];
}

/** The events that left a side with fewer weeks. */
function sayLimits({ limitedBy }: TrendMethod): readonly Sentence[] {
  return limitedBy.map(({ date, clause }, index) => {
    const day = say`We do not reach across ${dateFact(date, `/limitedBy/${index}/date`)}`;
    const whole = say`${day}, when ${nameFact(clause, `/limitedBy/${index}/clause`)}.`;
    return isShort(whole) ? whole : say`${day}.`;
  });
}

/** How the weeks were chosen. */
export function sayWeeksChosen(finding: TrendMethod): readonly Sentence[] {
  const { against, since } = finding.trend;
  if (against === 'lastYear') return sayYears(finding);
  const sides = since === undefined ? sayLatest(finding) : sayAround(finding);
  return [...sides, ...sayLimits(finding)];
}
