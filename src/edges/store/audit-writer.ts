import { z } from 'zod';
import {
  beginning,
  chainHead,
  chainRow,
  type AuditMark,
  type Mac,
} from '#src/state/audit-chain.ts';
import { writeEvent, type AuditEvent } from '#src/state/audit-event.ts';
import { Fault } from '#src/fault.ts';
import type { Sql } from './database.ts';

const headRow = z.object({ seq: z.coerce.number(), seal: z.string(), head_seal: z.string() });

/**
 * Appends events to the audit in the transaction of `sql`; returns its new end. The end is locked until the transaction ends, so this is the last thing that
 * a transaction does. Throws `StoreFault` `auditAltered` where the end does not fit its seal: to go on from it would seal what somebody altered.
 */
export async function appendAudit(
  sql: Sql,
  events: readonly AuditEvent[],
  mac: Mac,
): Promise<AuditMark> {
  let last = await lockHead(sql, mac);
  for (const event of events) {
    const row = chainRow(last, writeEvent(event), mac);
    await sql.query('INSERT INTO audit (seq, event, seal) VALUES ($1, $2, $3)', [
      row.seq,
      row.event,
      row.seal,
    ]);
    last = row;
  }
  const head = chainHead(last, mac);
  await sql.query('UPDATE audit_head SET seq = $1, seal = $2, head_seal = $3', [
    head.seq,
    head.seal,
    head.headSeal,
  ]);
  return { seq: head.seq, seal: head.seal };
}

async function lockHead(sql: Sql, mac: Mac): Promise<AuditMark> {
  const select = 'SELECT seq, seal, head_seal FROM audit_head FOR UPDATE';
  const [held] = await sql.query(select);
  if (held !== undefined) return readHead(held, mac);
  // Two first writers at once: the second waits here for the first, and then finds its row.
  const { seq, seal, headSeal } = chainHead(beginning, mac);
  await sql.query(
    'INSERT INTO audit_head (seq, seal, head_seal) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [seq, seal, headSeal],
  );
  const [made] = await sql.query(select);
  return readHead(made, mac);
}

function readHead(row: unknown, mac: Mac): AuditMark {
  const { seq, seal, head_seal: headSeal } = headRow.parse(row);
  if (chainHead({ seq, seal }, mac).headSeal === headSeal) return { seq, seal };
  throw new Fault(
    'StoreFault',
    'auditAltered',
    'the end of the audit does not fit its seal, so nothing is changed: run "npm run audit -- verify", which says whether the key is another one or the audit was altered',
  );
}
