import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AuditAction, AuditContext } from '#src/state/audit-event.ts';
import type { Claim, MessageState } from '#src/state/message.ts';
import type { Hold, OutboxChange } from '#src/state/store.ts';
import { messageColumns, readMessage } from './message-row.ts';
import type { Recorder } from './recorder.ts';

/** A message goes from one of the states `from` to `to`, if the claim still holds it. */
type Step = {
  readonly action: AuditAction;
  readonly from: readonly MessageState[];
  readonly to: MessageState;
  readonly due?: Date;
  readonly ts?: string;
};

const steps = {
  begin: { action: 'message.posting', from: ['claimed'], to: 'posting' },
  // A worker that was thought dead may bring the truth late.
  confirm: { action: 'message.posted', from: ['posting', 'unknown'], to: 'posted' },
  delay: { action: 'message.delayed', from: ['claimed', 'posting'], to: 'queued' },
  refuse: { action: 'message.refused', from: ['claimed', 'posting'], to: 'refused' },
  lose: { action: 'message.unknown', from: ['posting'], to: 'unknown' },
} as const satisfies Record<string, Step>;

/** The outbox's part of a transaction. */
export function changeOutbox(recorder: Recorder): OutboxChange {
  const { sql, now, record } = recorder;
  return {
    put: async (message, audit) => {
      const put = await sql.query(
        `INSERT INTO outbox (key, kind, channel, owner, body, state, due, put_at) VALUES ($1, $2, $3, $4, $5, 'queued', $6, $7)
          ON CONFLICT DO NOTHING RETURNING key`,
        [
          message.key,
          message.kind,
          message.channel,
          message.owner,
          JSON.stringify(message.body),
          message.due,
          now,
        ],
      );
      if (put.length > 0) record('message.queued', message.key, audit);
      return put.length > 0;
    },
    claim: (hold, audit) => claim(recorder, hold, audit),
    begin: (held, audit) => take(recorder, held, steps.begin, audit),
    confirm: (held, ts, audit) =>
      take(
        recorder,
        held,
        { ...steps.confirm, ts },
        {
          ...audit,
          message: { channel: held.channel, ts },
        },
      ),
    delay: (held, due, audit) => take(recorder, held, { ...steps.delay, due }, audit),
    refuse: (held, audit) => take(recorder, held, steps.refuse, audit),
    lose: (held, audit) => take(recorder, held, steps.lose, audit),
    resend: async (key, audit) => {
      const resent = await sql.query(
        `UPDATE outbox SET state = 'queued', due = $2, attempts = 0, lease = NULL, lease_until = NULL, reason = NULL, settled_at = NULL
          WHERE key = $1 AND state IN ('unknown', 'refused') RETURNING key`,
        [key, now],
      );
      if (resent.length > 0) record('message.resent', key, audit);
      return resent.length > 0;
    },
  };
}

const found = z.object({ found: z.enum(['queued', 'claimed', 'posting']) });

async function claim(
  { sql, now, record }: Recorder,
  { leaseMs }: Hold,
  audit: AuditContext,
): Promise<Claim | undefined> {
  const lease = randomUUID();
  const until = new Date(now.getTime() + leaseMs);
  // What was being posted stays so: whether it was is to be found out, not tried again.
  const [row] = await sql.query(
    `UPDATE outbox SET state = CASE next.state WHEN 'posting' THEN 'posting' ELSE 'claimed' END,
        lease = $2, lease_until = $3, attempts = attempts + 1
      FROM (
        SELECT key AS next_key, state FROM outbox
        WHERE (state = 'queued' AND due <= $1) OR (state IN ('claimed', 'posting') AND lease_until < $1)
        ORDER BY due, key LIMIT 1 FOR UPDATE SKIP LOCKED
      ) AS next
      WHERE key = next.next_key
      RETURNING ${messageColumns.replace('state', 'outbox.state')}, next.state AS found`,
    [now, lease, until],
  );
  if (row === undefined) return undefined;
  const message = readMessage(row);
  record('message.claimed', message.key, audit);
  return { ...message, ...found.parse(row), lease, until };
}

async function take(
  { sql, now, record }: Recorder,
  { key, lease }: Claim,
  { action, from, to, due, ts }: Step,
  audit: AuditContext,
): Promise<boolean> {
  const isOpen = to === 'posting' || to === 'queued';
  const taken = await sql.query(
    `UPDATE outbox SET state = $3, due = COALESCE($4, due), ts = $5, reason = $6, settled_at = $7
      WHERE key = $1 AND lease = $2 AND state = ANY($8::text[]) RETURNING key`,
    [key, lease, to, due ?? null, ts ?? null, audit.reason ?? null, isOpen ? null : now, [...from]],
  );
  if (taken.length > 0) record(action, key, audit);
  return taken.length > 0;
}
