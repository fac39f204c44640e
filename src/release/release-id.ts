import { createHmac } from 'node:crypto';
import type { IsoDate } from '#src/week.ts';

/** What names a release. */
export type ReleaseIdParts = {
  readonly dataset: string;
  readonly lastDay: IsoDate;
  readonly sourceFingerprint: string;
  readonly policyHash: string;
  readonly keyId: string;
  /** The release that it revises. */
  readonly after: string | undefined;
};

/**
 * A release's public name: data set, last day and 8 hex digits, the same for the same source, policy, key and release before.
 * The digits are keyed: a plain hash of the source would let somebody who knows all but one figure test guesses of it.
 */
export function releaseIdOf(
  { dataset, lastDay, sourceFingerprint, policyHash, keyId, after }: ReleaseIdParts,
  key: Uint8Array,
): string {
  const digits = createHmac('sha256', key)
    .update(['release-id', sourceFingerprint, policyHash, keyId, after ?? []].flat().join('|'))
    .digest('hex')
    .slice(0, 8);
  return `${dataset}-${lastDay}-${digits}`;
}
