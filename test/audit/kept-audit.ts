import { createHmac } from 'node:crypto';
import type { AuditReader } from '#src/audit/walk-audit.ts';
import {
  beginning,
  chainHead,
  chainRow,
  type AuditHead,
  type AuditMark,
  type AuditRow,
  type Mac,
} from '#src/state/audit-chain.ts';
import { parseSlackPerson, type Actor } from '#src/state/actor.ts';
import { writeEvent, type AuditEvent } from '#src/state/audit-event.ts';

export const testMac: Mac = (text) => createHmac('sha256', 'a test').update(text).digest('hex');

/** A person of that Slack ID. */
export function person(text: string): Actor {
  const id = parseSlackPerson(text);
  if (id === undefined) throw new Error('no person');
  return { kind: 'person', id };
}

/** An audit in memory, to be read and to be tampered with. */
export type KeptAudit = {
  rows: AuditRow[];
  head: AuditHead;
  witness: AuditMark | undefined;
  readonly append: (event: Partial<AuditEvent>) => void;
  readonly reader: AuditReader;
};

/** An audit of the events given, each filled up to a whole one. */
export function makeKeptAudit(events: readonly Partial<AuditEvent>[]): KeptAudit {
  const kept: KeptAudit = {
    rows: [],
    head: chainHead(beginning, testMac),
    witness: undefined,
    append: (event) => {
      const seq = kept.rows.length + 1;
      const whole: AuditEvent = {
        actor: { kind: 'program', name: 'outbox' },
        at: new Date(Date.UTC(2026, 10, 23, 9, 0, seq)).toISOString(),
        action: 'answer.given',
        subject: `subject ${seq}`,
        ...event,
      };
      const row = chainRow(kept.rows.at(-1) ?? beginning, writeEvent(whole), testMac);
      kept.rows.push(row);
      kept.head = chainHead(row, testMac);
    },
    reader: {
      audit: {
        rows: (after, limit) =>
          Promise.resolve(kept.rows.filter(({ seq }) => seq > after).slice(0, limit)),
        head: () => Promise.resolve(kept.head),
        witness: () => Promise.resolve(kept.witness),
      },
      mac: testMac,
      noted: [],
    },
  };
  for (const event of events) kept.append(event);
  return kept;
}
