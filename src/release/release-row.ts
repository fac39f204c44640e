import type { ProtectedCube } from '#src/disclosure/cube.ts';
import { displayRounding } from '#src/disclosure/display-rounding.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { addDays } from '#src/week.ts';
import type { LedgerEntry } from './ledger.ts';
import type { RawWords } from './raw-words.ts';
import type { ReleaseRow } from './write-release.ts';

/** What is said of a release beside its figures. */
type Sayings = {
  readonly releaseId: string;
  readonly draw: Pick<LedgerEntry, 'policyHash' | 'keyId'>;
  readonly options: { readonly policy: DisclosurePolicy; readonly policyText: string };
};

/** The row that a release says of itself. */
export function releaseRowOf(
  { dataset }: RawWords,
  { weeks, base }: Pick<ProtectedCube, 'weeks' | 'base'>,
  { releaseId, draw, options }: Sayings,
): ReleaseRow {
  return {
    releaseId,
    dataset: dataset.name,
    source: dataset.source,
    synthetic: dataset.synthetic,
    firstDay: weeks[0] ?? '',
    lastDay: addDays(weeks.at(-1) ?? '', 6),
    mechanism: options.policy.mechanism,
    policyHash: draw.policyHash,
    policy: options.policyText,
    keyId: draw.keyId,
    threshold: options.policy.threshold,
    base,
    rounding: displayRounding(base),
  };
}
