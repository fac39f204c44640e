import type { TrendMethod } from '#src/method-finding.ts';
import { syntheticCaveat } from '#src/summary/caveats.ts';
import { sayChangeWorking } from '#src/summary/method/say-change-working.ts';
import { sayLead } from '#src/summary/method/say-lead.ts';
import { sayLevel } from '#src/summary/method/say-level.ts';
import { sayOrdinary } from '#src/summary/method/say-ordinary.ts';
import { sayRangeWorking } from '#src/summary/method/say-range-working.ts';
import { sayStopped } from '#src/summary/method/say-stopped.ts';
import { sayVerdict } from '#src/summary/method/say-verdict.ts';
import { sayWeeksChosen } from '#src/summary/method/say-weeks-chosen.ts';
import type { Sentence } from '#src/summary/sentence.ts';

/** Whether weeks were looked for at all: of trips that may not be shown there are none to look at. */
function looksForWeeks({ trend: { change } }: TrendMethod): boolean {
  return (
    change?.kind !== 'tooSmall' && change?.kind !== 'noTrips' && change?.kind !== 'partlyKnown'
  );
}

function sayWorking(finding: TrendMethod): readonly Sentence[] {
  const { trend, working } = finding;
  if (trend.change?.kind !== 'measured') return sayStopped(finding, trend.change);
  if (working === undefined) return [];
  return [
    ...sayChangeWorking(finding, trend.change, working),
    ...sayRangeWorking(finding, trend.change, working),
    ...sayVerdict(finding, trend.change, working),
    ...sayLevel(finding),
  ];
}

/** How one trend was worked out, step by step with its own numbers; where it could not be measured, which rule stopped it. */
export const sayTrendMethod = (finding: TrendMethod): readonly Sentence[] => [
  ...sayLead(finding),
  ...(looksForWeeks(finding) ? [...sayOrdinary, ...sayWeeksChosen(finding)] : []),
  ...sayWorking(finding),
  ...(finding.release.synthetic ? [syntheticCaveat] : []),
];
