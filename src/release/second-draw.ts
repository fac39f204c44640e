import { Fault } from '#src/fault.ts';
import type { LedgerEntry } from './ledger.ts';

/** What a new release would be drawn from. */
export type Draw = Pick<LedgerEntry, 'sourceFingerprint' | 'policyHash' | 'keyId' | 'areasHash'>;

/**
 * The draw already made of the same source under the same policy, or undefined. Two different draws would let their readers
 * average the protection away, so another key or another geography is refused: throws `ReleaseFault` `secondDraw`.
 */
export function findDraw(ledger: readonly LedgerEntry[], draw: Draw): LedgerEntry | undefined {
  const same = ledger.filter(
    ({ sourceFingerprint, policyHash }) =>
      sourceFingerprint === draw.sourceFingerprint && policyHash === draw.policyHash,
  );
  const other = same.find(({ keyId }) => keyId !== draw.keyId);
  if (other !== undefined)
    throw refuse(
      `these trips were released as ${other.releaseId} with another key: import them with --name ${other.dataset}, or name that key in MOBILITY_KEY_FILE`,
    );
  const moved = same.find(({ areasHash }) => areasHash !== draw.areasHash);
  if (moved !== undefined)
    throw refuse(
      `these trips were released as ${moved.releaseId} with other areas: import them with those areas`,
    );
  return same.at(-1);
}

/**
 * Refuses changed figures of a data set that was released before: until revisions can freeze what has not changed, the new draw
 * could be averaged with the old one. Throws `ReleaseFault` `revision`.
 */
export function checkRevision(
  ledger: readonly LedgerEntry[],
  draw: Pick<Draw, 'sourceFingerprint'>,
  dataset: string,
): void {
  const before = ledger.findLast(
    (entry) => entry.dataset === dataset && entry.sourceFingerprint !== draw.sourceFingerprint,
  );
  if (before === undefined) return;
  throw new Fault(
    'ReleaseFault',
    'revision',
    `${dataset} was released before with other figures, as ${before.releaseId}. A new draw of trips that are mostly the same would let readers average the protection away. If these are other trips, import them with another --name; if nobody has seen that release, delete the folder of releases and run again`,
  );
}

/** Under how many other policies the same trips were drawn. */
export function countOtherPolicies(ledger: readonly LedgerEntry[], draw: Draw): number {
  const same = ledger.filter(
    ({ sourceFingerprint }) => sourceFingerprint === draw.sourceFingerprint,
  );
  return new Set(same.map(({ policyHash }) => policyHash)).difference(new Set([draw.policyHash]))
    .size;
}

/** Holds a draw that had to be made again against the one in the ledger. Throws `ReleaseFault` `secondDraw` where its figures differ. */
export function checkSameDraw(earlier: LedgerEntry | undefined, figures: string): void {
  if (earlier === undefined || earlier.figures === figures) return;
  throw refuse(
    `the file of ${earlier.releaseId} is lost, and this version of the program would draw other figures: restore the file from a backup`,
  );
}

function refuse(what: string): Fault {
  return new Fault(
    'ReleaseFault',
    'secondDraw',
    `${what}. A second draw of the same trips would let readers average the protection away; if nobody has seen that release, delete the folder of releases and run again`,
  );
}
