import type { AuditHead, AuditMark, AuditRow, Mac } from '#src/state/audit-chain.ts';
import type { AuditEvent } from '#src/state/audit-event.ts';
import { checkRow, endCheck, startCheck, type ChainCheck } from '#src/state/check-chain.ts';
import type { Store } from '#src/state/store.ts';

/** An audit to read, the hash that seals it, and marks that people noted. */
export type AuditReader = {
  readonly audit: Store['audit'];
  readonly mac: Mac;
  readonly noted: readonly AuditMark[];
};

/** Gets each row with its event, where it is one. False ends the walk. */
export type Visit = (row: AuditRow, event: AuditEvent | undefined) => boolean | Promise<boolean>;

/** An audit that was read to its end. */
export type Walked = {
  readonly check: ChainCheck;
  readonly head: AuditHead;
  readonly hasWitness: boolean;
};

const batch = 1000;

/**
 * Reads the whole audit, oldest entry first, and checks it on the way, so that what `visit` gets is what was checked; others may go on writing.
 * Undefined where `visit` ended it.
 */
export async function walkAudit(
  { audit, mac, noted }: AuditReader,
  visit: Visit = () => true,
): Promise<Walked | undefined> {
  // Read before the rows: those that it knows of must be there.
  const witness = await audit.witness();
  let check = startCheck([
    ...noted.map((mark) => ({ ...mark, by: 'person' as const })),
    ...(witness === undefined ? [] : [{ ...witness, by: 'witness' as const }]),
  ]);
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const { entries } = check;
    for await (const row of readRows(audit, after)) {
      const checked = checkRow(check, row, mac);
      check = checked.check;
      if (!(await visit(row, checked.event))) return undefined;
    }
    const head = await audit.head();
    // What was written meanwhile moved the head and added rows at once.
    const isAll = head.seq <= check.last.seq || check.entries === entries;
    if (isAll)
      return { check: endCheck(check, head, mac), head, hasWitness: witness !== undefined };
    after = check.last.seq;
  }
}

/** Rows after a number. Each batch begins at the last row of the one before, for a second row may have been put under its number. */
async function* readRows(audit: Store['audit'], start: number): AsyncGenerator<AuditRow> {
  let seen: AuditRow | undefined;
  for (let after = start; ;) {
    const rows = await audit.rows(after, batch);
    yield* rows.filter((row) => row.seq !== seen?.seq || row.seal !== seen.seal);
    seen = rows.at(-1);
    if (seen === undefined || seen.seq - 1 === after || !Number.isSafeInteger(seen.seq)) return;
    after = seen.seq - 1;
  }
}
