import type { CompareFinding } from '#src/compare-finding.ts';
import { syntheticCaveat } from '#src/summary/caveats.ts';
import { causeCaveat } from '#src/summary/compare/cause-caveat.ts';
import { sayClaim } from '#src/summary/compare/say-claim.ts';
import { sayDates } from '#src/summary/compare/say-dates.ts';
import { sayLead } from '#src/summary/compare/say-lead.ts';
import { sayMissing } from '#src/summary/compare/say-missing.ts';
import { sayRanges } from '#src/summary/compare/say-ranges.ts';
import { saySpread } from '#src/summary/compare/say-spread.ts';
import { sayWeeks } from '#src/summary/compare/say-weeks.ts';
import { sayCountedElsewhere } from '#src/summary/say-counted-elsewhere.ts';
import type { Sentence } from '#src/summary/sentence.ts';

/** What is said about a comparison: the answer first, caveats last. The executive summary uses the same strings. */
export function sayCompare(finding: CompareFinding): readonly Sentence[] {
  const { counts, release, leftOut } = finding;
  const caveats = [causeCaveat(finding), release.synthetic ? syntheticCaveat : undefined];
  const when = counts.measured === 0 ? [] : sayDates(finding);
  const ownDates = finding.dates.length > 1;
  return [
    ...sayLead(finding),
    ...(ownDates ? when : []),
    ...(counts.measured > 2 ? saySpread(finding) : sayRanges(finding)),
    ...sayClaim(finding),
    ...sayMissing(finding),
    ...(leftOut === undefined ? [] : [sayCountedElsewhere(leftOut, '/leftOut')]),
    ...(ownDates ? [] : when),
    ...sayWeeks(finding),
    ...caveats.filter((caveat) => caveat !== undefined),
  ];
}
