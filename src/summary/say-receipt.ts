import type { Provenance } from '#src/ports.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import { dateWords } from '#src/date-words.ts';
import { tripsWords } from '#src/summary/facts.ts';

/** Where an answer came from and how it is protected, in one line under it. */
export function sayReceipt(release: ReleaseInfo, provenance: readonly Provenance[]): string {
  const parts = [
    `Release ${release.releaseId}`,
    `data to ${dateWords(release.lastDay)}`,
    `flows of fewer than ${release.threshold} devices protected, numbers rounded to ${tripsWords(release.rounding)}`,
    ...provenance.slice(0, 1).map(({ queryId, hash }) => `query ${queryId} ${hash}`),
  ];
  return parts.join(' · ');
}
