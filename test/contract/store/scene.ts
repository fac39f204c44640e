import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect } from 'vitest';
import type { Database } from '#src/edges/store/database.ts';
import { makeMac } from '#src/edges/store/audit-key.ts';
import { makeStore } from '#src/edges/store/make-store.ts';
import { migrate } from '#src/edges/store/migrate.ts';
import type { AuditMark } from '#src/state/audit-chain.ts';
import { auditEvent, type AuditContext, type AuditEvent } from '#src/state/audit-event.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { NewMessage } from '#src/state/message.ts';
import type { ReleaseDescription } from '#src/state/release-record.ts';
import type { Store } from '#src/state/store.ts';

/** Gives the database under the stores; open only while tests run. */
export type World = { readonly database: () => Database };

/** An empty store with a clock that is set by hand, and what it leaves. */
export type Scene = {
  readonly store: Store;
  readonly clock: { now: Date };
  /** What the witness was told. */
  readonly marks: AuditMark[];
  /** All events, of a chain that was worked out anew and held. */
  readonly events: () => Promise<readonly AuditEvent[]>;
};

const key = new Uint8Array(32).fill(9);
export const start: Date = new Date('2026-03-04T05:06:07.089Z');

/** Declares tests that each get an empty store. */
export function describeStore(
  { database }: World,
  part: string,
  declare: (scene: Scene) => void,
): void {
  describe(`${part}, from an empty database`, () => {
    let store: Store;
    const marks: AuditMark[] = [];
    const clock = { now: start };
    beforeEach(async () => {
      await empty(database());
      clock.now = start;
      marks.length = 0;
      store = makeStore({
        database: database(),
        mac: makeMac(key),
        clock: () => clock.now,
        witness: {
          see: async (mark: AuditMark) => void marks.push(mark),
          last: async () => marks.at(-1),
        },
      });
    });
    declare({
      get store() {
        return store;
      },
      clock,
      marks,
      events: () => readEvents(store),
    });
  });
}

/** Brings the tables up to date and empties them; the audit's guards look away meanwhile. */
async function empty(database: Database): Promise<void> {
  await migrate(database);
  const tables = await database.query(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`,
  );
  const names = tables.map(({ name }) => String(name)).join(', ');
  await database.session((session) =>
    session.query(
      `SET session_replication_role = replica; TRUNCATE ${names}; SET session_replication_role = origin`,
    ),
  );
}

/** The chain by its definition, in other words than the program's. */
async function readEvents(store: Store): Promise<readonly AuditEvent[]> {
  const seal = (...lines: readonly unknown[]) =>
    createHmac('sha256', key).update(lines.join('\n')).digest('hex');
  const rows = await store.audit.rows(0, 10_000);
  let last = '0'.repeat(64);
  for (const [at, row] of rows.entries()) {
    expect(row.seq).toBe(at + 1);
    expect(row.seal).toBe(seal('row', last, at + 1, row.event));
    last = row.seal;
  }
  expect(await store.audit.head()).toEqual({
    seq: rows.length,
    seal: last,
    headSeal: seal('head', rows.length, last),
  });
  return rows.map(({ event }) => auditEvent.parse(JSON.parse(event)));
}

export const person = (id: string): PersonId => id as PersonId;
export const ann: PersonId = person('U0ANN');
export const ben: PersonId = person('U0BEN');
export const cat: PersonId = person('U0CAT');

/** Why a person does something. */
export const by = (id: PersonId, more: Partial<AuditContext> = {}): AuditContext => ({
  actor: { kind: 'person', id },
  ...more,
});

/** Why the program does something. */
export const program: AuditContext = { actor: { kind: 'program', name: 'outbox' } };

/** What an event says of who changed what how: its order counts. */
export const brief = ({ action, subject }: AuditEvent): string => `${action} ${subject}`;

export const message = (key: string, more: Partial<NewMessage> = {}): NewMessage => ({
  key,
  kind: 'answer',
  channel: 'C01',
  owner: 'U01',
  body: { text: 'Trips rose by 4%.' },
  due: start,
  ...more,
});

export const release = (
  name: string,
  more: Partial<ReleaseDescription> = {},
): ReleaseDescription => ({
  name,
  releaseId: `id of ${name}`,
  dataset: 'uk',
  lastDay: '2026-02-28',
  policyHash: 'f00d',
  synthetic: true,
  fingerprint: `print of ${name}`,
  ...more,
});

/** The time some milliseconds after the start. */
export const later = (ms: number): Date => new Date(start.getTime() + ms);
