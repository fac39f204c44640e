import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AuditAction, AuditContext } from '#src/state/audit-event.ts';
import { messageKind, type Claim, type MessageState } from '#src/state/message.ts';
import type { Hold, OutboxChange } from '#src/state/store.ts';
import { messageColumns, readMessage } from './message-row.ts';
import type { Recorder } from './recorder.ts';

/** A message goes from one of the states `from` to `to`, if the claim still holds it: `held` says what that means. */
type Step = {
  readonly action: AuditAction;
  readonly from: readonly MessageState[];
  readonly to: MessageState;
  readonly held: string;
  readonly due?: Date;
  readonly ts?: string;
};

const own = 'lease = $2';
// The lease of a post that was taken over begins with that of the worker that began it, who may be thought dead and yet bring the truth late.
const samePost = `split_part(lease, '/', 1) = split_part($2, '/', 1)`;

const steps = {
  begin: { action: 'message.posting', from: ['claimed'], to: 'posting', held: own },
  confirm: {
    action: 'message.posted',
    from: ['posting', 'unknown'],
    to: 'posted',
    held: samePost,
  },
  delay: { action: 'message.delayed', from: ['claimed', 'posting'], to: 'queued', held: own },
  refuse: { action: 'message.refused', from: ['claimed', 'posting'], to: 'refused', held: own },
  lose: { action: 'message.unknown', from: ['posting'], to: 'unknown', held: own },
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
    claim: (given, audit) => claim(recorder, given, audit),
    keepFile: (held, file, audit) => keepFile(recorder, held, file, audit),
    begin: async (held, content, audit) => {
      const isMine = await take(recorder, held, steps.begin, audit);
      if (isMine)
        await sql.query('UPDATE outbox SET content = $2 WHERE key = $1', [
          held.key,
          content === undefined ? null : JSON.stringify(content),
        ]);
      return isMine;
    },
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
    find: async (key, ts, audit) => {
      const [found] = await sql.query(
        `UPDATE outbox SET state = 'posted', ts = $2, reason = NULL, settled_at = $3 WHERE key = $1 AND state = 'unknown' RETURNING channel`,
        [key, ts, now],
      );
      if (found === undefined) return false;
      const { channel } = posted.parse(found);
      record('message.posted', key, { ...audit, message: { channel, ts } });
      return true;
    },
    resend: async (key, audit) => {
      const resent = await sql.query(
        `UPDATE outbox SET state = 'queued', due = $2, attempts = 0, lease = NULL, lease_until = NULL, reason = NULL, settled_at = NULL
          WHERE key = $1 AND state IN ('unknown', 'refused') RETURNING key`,
        [key, now],
      );
      if (resent.length > 0) record('message.resent', key, audit);
      return resent.length > 0;
    },
    dropFile: async (key, file, audit) => {
      const dropped = await sql.query(
        'UPDATE outbox SET file = NULL WHERE key = $1 AND file = $2 RETURNING key',
        [key, file],
      );
      if (dropped.length > 0) record('message.fileDeleted', key, audit);
      return dropped.length > 0;
    },
  };
}

const posted = z.object({ channel: z.string() });

/** A row forgets no file but one that was deleted, so one that is entered there is replaced by none. */
async function keepFile(
  { sql, now, record }: Recorder,
  { key, lease }: Claim,
  file: string,
  audit: AuditContext,
): Promise<boolean> {
  const mine = `key = $1 AND ${own} AND lease_until >= $4 AND state = 'claimed'`;
  const values = [key, lease, file, now];
  const entered = await sql.query(
    `UPDATE outbox SET file = $3 WHERE ${mine} AND file IS NULL RETURNING key`,
    values,
  );
  if (entered.length > 0) record('message.uploading', key, audit);
  const kept = await sql.query(`SELECT key FROM outbox WHERE ${mine} AND file = $3`, values);
  return kept.length > 0;
}

const hold = z.object({ lease: z.string(), found: z.enum(['queued', 'claimed', 'posting']) });

async function claim(
  { sql, now, record }: Recorder,
  { leaseMs }: Hold,
  audit: AuditContext,
): Promise<Claim | undefined> {
  const until = new Date(now.getTime() + leaseMs);
  // What was being posted stays so: whether it was is to be found out, not tried again. The row is chosen once, before the update: as a part of
  // it, PostgreSQL may choose several.
  const [row] = await sql.query(
    `WITH next AS MATERIALIZED (
        SELECT key AS next_key, state AS found FROM outbox
        WHERE kind = ANY($4::text[])
          AND ((state = 'queued' AND due <= $1) OR (state IN ('claimed', 'posting') AND lease_until < $1))
        ORDER BY due, key LIMIT 1 FOR UPDATE SKIP LOCKED
      )
      UPDATE outbox SET attempts = attempts + 1, lease_until = $3,
        state = CASE found WHEN 'posting' THEN 'posting' ELSE 'claimed' END,
        lease = CASE found WHEN 'posting' THEN split_part(lease, '/', 1) || '/' || $2 ELSE $2 END
      FROM next WHERE key = next_key
      RETURNING ${messageColumns}, lease, found`,
    // A kind that only a later version knows is left to a replica of that version.
    [now, randomUUID(), until, messageKind.options],
  );
  if (row === undefined) return undefined;
  const message = readMessage(row);
  record('message.claimed', message.key, audit);
  return { ...message, ...hold.parse(row), until };
}

async function take(
  { sql, now, record }: Recorder,
  { key, lease }: Claim,
  { action, from, to, held, due, ts }: Step,
  audit: AuditContext,
): Promise<boolean> {
  const isOpen = to === 'posting' || to === 'queued';
  const taken = await sql.query(
    `UPDATE outbox SET state = $3, due = COALESCE($4, due), ts = $5, reason = $6, settled_at = $7
      WHERE key = $1 AND ${held} AND state = ANY($8::text[]) RETURNING key`,
    [key, lease, to, due ?? null, ts ?? null, audit.reason ?? null, isOpen ? null : now, [...from]],
  );
  if (taken.length > 0) record(action, key, audit);
  return taken.length > 0;
}
