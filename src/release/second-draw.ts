import { Fault } from '#src/fault.ts';
import type { DrawDescription } from './describe-draw.ts';
import type { LedgerEntry } from './ledger.ts';

/**
 * What the ledger makes of a draw. `first`: of trips and a data set that were never released. `same`: it was made, as `entry`.
 * `revision`: the data set was released with other figures, last as `entry`.
 */
export type LedgerVerdict =
  | { readonly kind: 'first' }
  | { readonly kind: 'same' | 'revision'; readonly entry: LedgerEntry };

/**
 * Holds a draw against all that were made. Two different draws of the same trips would let their readers average the protection away, so another
 * key, policy or geography for a released data set, or for released trips under another name, is refused: throws `ReleaseFault`.
 * Synthetic data have nobody to protect: another policy begins anew.
 */
export function judgeDraw(
  ledger: readonly LedgerEntry[],
  draw: DrawDescription,
  synthetic: boolean,
): LedgerVerdict {
  checkMarks(ledger, draw);
  const related = ledger.filter(
    ({ sourceMark, dataset, policyHash }) =>
      (sourceMark === draw.sourceMark || dataset === draw.dataset) &&
      (!synthetic || policyHash === draw.policyHash),
  );
  for (const entry of related) checkDraw(entry, draw);
  const ofDataset = related.findLast(({ dataset }) => dataset === draw.dataset);
  const last = ofDataset ?? related.at(-1);
  if (last === undefined) return { kind: 'first' };
  checkFork(ledger, last);
  return { kind: last.sourceMark === draw.sourceMark ? 'same' : 'revision', entry: last };
}

/** Under how many other policies the same trips were drawn: of synthetic data. */
export function countOtherPolicies(ledger: readonly LedgerEntry[], draw: DrawDescription): number {
  const same = ledger.filter(({ sourceMark }) => sourceMark === draw.sourceMark);
  return new Set(same.map(({ policyHash }) => policyHash)).difference(new Set([draw.policyHash]))
    .size;
}

/** Holds figures that were put together again against those in the ledger. Throws `ReleaseFault` `otherFigures` where they differ. */
export function checkSameFigures(entry: LedgerEntry, figures: string): void {
  if (entry.figures === figures) return;
  throw new Fault(
    'ReleaseFault',
    'otherFigures',
    `the file of ${entry.releaseId} is lost, and its book does not hold the figures that were published: restore the file from a backup`,
  );
}

function checkMarks(ledger: readonly LedgerEntry[], draw: DrawDescription): void {
  if (ledger.every(({ markedBy }) => markedBy === draw.markedBy)) return;
  throw new Fault(
    'ReleaseFault',
    'ledgerKey',
    'the key of the ledger, keys/_ledger.key, is not the one that it was written with, so a second draw would not be seen: restore that file from a backup',
  );
}

function checkDraw(entry: LedgerEntry, draw: DrawDescription): void {
  const what = entry.sourceMark === draw.sourceMark ? 'these trips were' : `${entry.dataset} was`;
  const released = `${what} released as ${entry.releaseId}`;
  const name =
    entry.dataset === draw.dataset ? '' : `import them with --name ${entry.dataset}, or `;
  if (entry.keyId !== draw.keyId)
    throw refuse(`${released} with another key: ${name}name that key in MOBILITY_KEY_FILE`);
  if (entry.policyHash !== draw.policyHash)
    throw refuse(`${released} under another policy: put that policy back in mobility.config.yml`);
  if (entry.areasHash !== draw.areasHash)
    throw refuse(`${released} with other areas: import the data with those areas`);
}

/** A release is revised once: two revisions would draw the same new weeks twice. */
function checkFork(ledger: readonly LedgerEntry[], last: LedgerEntry): void {
  const later = ledger.find(
    ({ after, releaseId }) => after === last.releaseId && releaseId !== last.releaseId,
  );
  if (later === undefined) return;
  throw refuse(
    `${last.releaseId} was followed by ${later.releaseId}: import the data with --name ${later.dataset}`,
  );
}

function refuse(what: string): Fault {
  return new Fault(
    'ReleaseFault',
    'secondDraw',
    `${what}. A second draw of the same trips would let readers average the protection away; if nobody has seen that release, take its line out of ledger.jsonl, beside the raw data, and run again`,
  );
}
