import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeMac } from '#src/edges/store/audit-key.ts';
import { beginning, chainHead, chainRow, type AuditMark } from '#src/state/audit-chain.ts';
import type { Store } from '#src/state/store.ts';

/** Works the audit of a store under `home` out anew and holds it against what is kept; returns how many rows it has. */
export async function checkAudit(store: Store, home: string): Promise<number> {
  const key = readFileSync(join(home, 'state', 'audit.key'), 'utf8').trim();
  const mac = makeMac(Buffer.from(key, 'hex'));
  const rows = await store.audit.rows(0, 1_000_000);
  let last: AuditMark = beginning;
  for (const row of rows) {
    const again = chainRow(last, row.event, mac);
    // Not `expect`: there may be many thousands.
    if (again.seq !== row.seq || again.seal !== row.seal) throw new Error('the chain is broken');
    last = again;
  }
  expect(await store.audit.head()).toEqual(chainHead(last, mac));
  return rows.length;
}
