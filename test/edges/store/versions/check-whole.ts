import { expect } from 'vitest';
import { beginning, chainHead, chainRow, type AuditMark } from '#src/state/audit-chain.ts';
import type { Store } from '#src/state/store.ts';
import { fixtureMac } from './fixture-audit.ts';

/** Expects an audit without a gap, from its first row to its head, each row sealed with the fixtures' key. */
export async function checkWhole(store: Store): Promise<void> {
  let end: AuditMark = beginning;
  for (const row of await store.audit.rows(0, 10_000)) {
    expect(row).toEqual(chainRow(end, row.event, fixtureMac));
    end = row;
  }
  expect(await store.audit.head()).toEqual(chainHead(end, fixtureMac));
}
