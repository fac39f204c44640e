import type { AuditAction, AuditContext, AuditEvent } from '#src/state/audit-event.ts';
import type { Clock } from '#src/state/store.ts';
import type { Sql } from './database.ts';

/** What the writes of one transaction have in common: where they run, the time, and the events that they leave. */
export type Recorder = {
  readonly sql: Sql;
  /** One time for the whole transaction. */
  readonly now: Date;
  readonly events: readonly AuditEvent[];
  readonly record: (action: AuditAction, subject: string, audit: AuditContext) => void;
};

/** A recorder for one run of a transaction. */
export function makeRecorder(sql: Sql, clock: Clock): Recorder {
  const now = clock();
  const events: AuditEvent[] = [];
  return {
    sql,
    now,
    events,
    record: (action, subject, audit) => {
      events.push({ ...audit, at: now.toISOString(), action, subject });
    },
  };
}
