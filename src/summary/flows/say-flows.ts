import type { FlowsFinding } from '#src/flows-finding.ts';
import { syntheticCaveat } from '#src/summary/caveats.ts';
import { sayMatrix } from '#src/summary/flows/say-matrix.ts';
import { sayPeriod } from '#src/summary/flows/say-period.ts';
import { sayRanked } from '#src/summary/flows/say-ranked.ts';
import type { Sentence } from '#src/summary/sentence.ts';

/** What is said about flows: the answer first, caveats last. */
export function sayFlows(finding: FlowsFinding): readonly Sentence[] {
  return [
    ...(finding.shape === 'ranked' ? sayRanked(finding) : sayMatrix(finding)),
    ...sayPeriod(finding),
    ...(finding.release.synthetic ? [syntheticCaveat] : []),
  ];
}
