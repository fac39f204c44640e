import type { MeasuredChange } from '#src/finding.ts';
import type { TrendMethod, Working } from '#src/method-finding.ts';
import { settingPercentFact } from '#src/summary/method/rule-facts.ts';
import { sayClearRule } from '#src/summary/method/say-clear-rule.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

const failures: Readonly<Record<Working['failed'][number], string>> = {
  noRange: 'there is no range',
  range: 'the range includes no change',
  small: 'the change is smaller',
  protection: 'what is hidden could be half of it',
};

function sayOutcome({ failed }: Working): Sentence {
  if (failed.length === 0) return say`All of that holds here, so we do.`;
  const reasons = failed.map((one) => failures[one]).join(', and ');
  return say`Here ${reasons}, so we do not.`;
}

/** Whether a change is as small as similar ones are, as it is said too. */
const isSmall = ({ rules }: TrendMethod, { percent }: MeasuredChange, { failed }: Working) =>
  failed.includes('small') && Math.abs(percent.value) <= rules.settings.smallestClearPercent;

/** Why a small change is called similar, or is not. */
function saySimilar(
  finding: TrendMethod,
  change: MeasuredChange,
  working: Working,
): readonly Sentence[] {
  const { verdict, range } = change;
  if (!isSmall(finding, change, working)) return [];
  const least = settingPercentFact(finding, 'smallestClearPercent');
  if (range === undefined || range.low > 0 || range.high < 0)
    return [say`We call a change below ${least} similar.`];
  const within = settingPercentFact(finding, 'similarWithinPercent');
  const here = verdict === 'similar' ? 'as here' : 'which it does not here';
  return [
    say`We call a change below ${least} similar if its range stays within ${within} of no change, ${here}.`,
  ];
}

/** Why the change is called what it is called. */
export function sayVerdict(
  finding: TrendMethod,
  change: MeasuredChange,
  working: Working,
): readonly Sentence[] {
  if (finding.weeksApart !== undefined)
    return [
      say`Without a range we do not say that trips rose or fell.`,
      ...saySimilar(finding, change, working),
    ];
  const isLatest = finding.trend.since === undefined;
  return [
    ...sayClearRule(finding, isLatest ? 'call the week unusual' : 'say that trips rose or fell'),
    sayOutcome(working),
    ...saySimilar(finding, change, working),
  ];
}
