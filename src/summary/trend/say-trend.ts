import type { TrendFinding } from '#src/finding.ts';
import { causeCaveat, syntheticCaveat } from '#src/summary/caveats.ts';
import type { Sentence } from '#src/summary/sentence.ts';
import { sayLatest } from '#src/summary/trend/say-latest.ts';
import { sayMeasured } from '#src/summary/trend/say-measured.ts';
import { leftOut, sayPartlyKnown } from '#src/summary/trend/say-partly-known.ts';
import { sayPeriod } from '#src/summary/trend/say-period.ts';
import { sayYears } from '#src/summary/trend/say-years.ts';
import { sayNoTrips, sayNotCompared, sayTooSmall } from '#src/summary/trend/say-not-compared.ts';

function sayAnswer(finding: TrendFinding): readonly Sentence[] {
  const { since, change } = finding;
  if (change?.kind === 'tooSmall') return sayTooSmall(finding);
  if (change?.kind === 'noTrips') return sayNoTrips(finding);
  if (change?.kind === 'partlyKnown') return sayPartlyKnown(finding, change);
  if (finding.against === 'lastYear') return sayYears(finding);
  if (since === undefined || change === undefined) return sayLatest(finding);
  return change.kind === 'measured'
    ? sayMeasured(finding, change, since)
    : sayNotCompared(finding, change, since);
}

/** What is said about a trend: the answer first, caveats last. The executive summary uses the same strings. */
export function sayTrend(finding: TrendFinding): readonly Sentence[] {
  const caveats = [
    leftOut(finding),
    causeCaveat(finding),
    finding.release.synthetic ? syntheticCaveat : undefined,
  ];
  return [
    ...sayPeriod(finding),
    ...sayAnswer(finding),
    ...caveats.filter((caveat) => caveat !== undefined),
  ];
}
