import type { ReleaseInfo } from '#src/release-info.ts';
import { numberFact, tripsFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** How small numbers are kept from being told. */
export function sayProtection({ release }: { readonly release: ReleaseInfo }): Sentence {
  const threshold = numberFact(release.threshold, '/release/threshold');
  const base = tripsFact(release.base, '/release/base');
  return say`A flow counted from fewer than ${threshold} devices in a week is published as no trips or ${base} trips, drawn at random.`;
}
