import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeMac } from '#src/edges/store/audit-key.ts';
import { makeStore } from '#src/edges/store/make-store.ts';
import { openPglite } from '#src/edges/store/open-pglite.ts';
import {
  chainHead,
  chainRow,
  beginning,
  type AuditMark,
  type Mac,
} from '#src/state/audit-chain.ts';
import { auditEvent, type AuditEvent } from '#src/state/audit-event.ts';
import type { Row } from '#src/edges/store/database.ts';
import type { Store } from '#src/state/store.ts';
import { layDatabase } from '#test/support/lay-state.ts';

/** A real store in PGlite with a clock that is set by hand. */
export type DeliveryStore = {
  readonly store: Store;
  readonly clock: { now: Date };
  /** The rows of messages whose keys hold `part`. */
  readonly outbox: (part: string) => Promise<readonly Row[]>;
  /** Every event after the one of that number; the chain was seen to hold from there to its end. */
  readonly events: (after: number) => Promise<readonly AuditEvent[]>;
  readonly close: () => Promise<void>;
};

const mac: Mac = makeMac(new Uint8Array(32).fill(7));

export async function openDeliveryStore(): Promise<DeliveryStore> {
  const folder = await mkdtemp(join(tmpdir(), 'mobility-deliver-'));
  await layDatabase(folder);
  const database = await openPglite(folder);
  // Nothing here is to outlive the test.
  await database.query('SET synchronous_commit = off');
  const clock = { now: new Date('2026-11-02T09:30:00.000Z') };
  const store = makeStore({
    database,
    mac,
    clock: () => clock.now,
    witness: { see: async () => undefined, last: async () => undefined },
  });
  return {
    store,
    clock,
    outbox: (part) =>
      database.query('SELECT * FROM outbox WHERE strpos(key, $1) > 0 ORDER BY key', [part]),
    events: async (after) =>
      (await chainAfter(store, after)).map((event) => auditEvent.parse(JSON.parse(event))),
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The texts of the events. Throws where the chain does not hold. */
async function chainAfter(store: Store, after: number): Promise<readonly string[]> {
  const rows = await store.audit.rows(Math.max(0, after - 1), 100_000);
  let last: AuditMark = (after === 0 ? undefined : rows[0]) ?? beginning;
  const events: string[] = [];
  for (const row of rows.slice(after === 0 ? 0 : 1)) {
    const expected = chainRow(last, row.event, mac);
    if (expected.seq !== row.seq || expected.seal !== row.seal)
      throw new Error(`the audit breaks at ${row.seq}`);
    events.push(row.event);
    last = row;
  }
  const head = chainHead(last, mac);
  if (head.headSeal !== (await store.audit.head()).headSeal)
    throw new Error('the audit has no end');
  return events;
}
