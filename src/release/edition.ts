import type { LedgerEntry } from './ledger.ts';

const digits = 8;

/**
 * The name of an edition of a release: its figures with certain words. The words that it was drawn with need no more than the release's name, so that a
 * release has one edition as long as nothing is renamed; others are told apart by 8 digits of their hash.
 */
export function editionOf(
  ledger: readonly LedgerEntry[],
  { releaseId, wordsHash }: Pick<LedgerEntry, 'releaseId' | 'wordsHash'>,
): string {
  const first = ledger.find((entry) => entry.releaseId === releaseId);
  return first === undefined || first.wordsHash === wordsHash
    ? releaseId
    : `${releaseId}-${wordsHash.slice(0, digits)}`;
}
