import type { Change, MeasuredChange } from '#src/finding.ts';
import type { TrendMethod } from '#src/method-finding.ts';
import { dateFact, nameFact, numberFact, percentFact, tripsFact } from '#src/summary/facts.ts';
import { limitFact, limitPercentFact, settingFact } from '#src/summary/method/rule-facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

type Stopped = Exclude<Change, MeasuredChange>;

/** Trips are too few to show, or to compare. */
function sayTooSmall(finding: TrendMethod): readonly Sentence[] {
  const { trend } = finding;
  const bound = tripsFact(trend.bound, '/trend/bound');
  const isShown = trend.weeks.some(({ trips }) => trips.kind === 'published' && trips.value > 0);
  return [
    say`Protecting people moves a week's total by at most ${bound} trips.`,
    isShown
      ? say`We give a percentage only from a mean before of ${limitFact(finding, 'percentFrom')} times that, which is not reached here.`
      : say`We show a total only from ${limitFact(finding, 'shownFrom')} times that, which no week here reaches.`,
  ];
}

/** Too many of the trips may be counted elsewhere. */
function sayPartlyKnown(finding: TrendMethod): readonly Sentence[] {
  const most = limitPercentFact(finding, 'mostUnknownPercent');
  const { partly } = finding.trend;
  const known =
    partly === undefined
      ? []
      : [
          say`Up to ${percentFact(partly.percent, '/trend/partly/percent')} of these trips may be counted as ${nameFact(partly.rest, '/trend/partly/rest')}.`,
        ];
  return [...known, say`More than ${most} could hide a change, so we make no comparison.`];
}

/** What was needed, and that there is not enough of it. */
function sayTooFew({ needed }: { readonly needed: number }, side: 'before' | 'after'): Sentence {
  const least = numberFact(needed, '/trend/change/needed');
  return say`We need at least ${least} ordinary weeks ${side}, so we make no comparison.`;
}

/** Without a date the last week may not be ordinary; of years, too few weeks may be ordinary in both. */
function sayNothingCompared(finding: TrendMethod): Sentence {
  const { trend } = finding;
  if (trend.against === 'lastYear')
    return trend.since === undefined
      ? say`The last week must be ordinary in both years, and is not.`
      : say`We need at least ${settingFact(finding, 'minimumAfter')} weeks that are ordinary in both years, and there are fewer.`;
  return trend.weeks.at(-1)?.flag === undefined
    ? say`We need at least ${settingFact(finding, 'minimumBefore')} ordinary weeks before, so we make no comparison.`
    : say`The last week is not ordinary, so we make no comparison.`;
}

/** Which rule stopped a comparison. */
export function sayStopped(finding: TrendMethod, change: Stopped | undefined): readonly Sentence[] {
  if (change === undefined) return [sayNothingCompared(finding)];
  switch (change.kind) {
    case 'tooSmall':
      return sayTooSmall(finding);
    case 'noTrips':
      return [say`There are no such trips in these data.`];
    case 'partlyKnown':
      return sayPartlyKnown(finding);
    case 'tooSoon':
      return [
        sayTooFew(change, 'after'),
        say`There will be enough after ${dateFact(change.askAfter, '/trend/change/askAfter')}.`,
      ];
    case 'cutShort':
      return [sayTooFew(change, 'after')];
    case 'tooFewBefore':
      return [sayTooFew(change, 'before')];
    default:
      return change satisfies never;
  }
}
