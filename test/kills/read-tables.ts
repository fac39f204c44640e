import type { Client } from 'pg';
import { z } from 'zod';

const outboxRow = z.object({
  key: z.string(),
  kind: z.string(),
  state: z.string(),
  attempts: z.number(),
  ts: z.string().nullable(),
  file: z.string().nullable(),
  content: z.string().nullable(),
});
const auditRow = z.object({ seq: z.coerce.number(), event: z.string(), seal: z.string() });
const headRow = z.object({ seq: z.coerce.number(), head_seal: z.string() });

export type OutboxRow = z.output<typeof outboxRow>;

/** What the database holds. */
export type Tables = {
  readonly inbox: readonly string[];
  readonly outbox: readonly OutboxRow[];
  readonly audit: readonly z.output<typeof auditRow>[];
  readonly head: { readonly seq: number; readonly headSeal: string } | undefined;
};

/** All rows, as of one moment. */
export async function readTables(database: Client): Promise<Tables> {
  await database.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  const inbox = await database.query('SELECT key FROM inbox');
  const outbox = await database.query(
    'SELECT key, kind, state, attempts, ts, file, content FROM outbox',
  );
  const audit = await database.query('SELECT seq, event, seal FROM audit ORDER BY seq');
  const heads = await database.query('SELECT seq, head_seal FROM audit_head');
  await database.query('COMMIT');
  const head = z.array(headRow).parse(heads.rows)[0];
  return {
    inbox: z
      .array(z.object({ key: z.string() }))
      .parse(inbox.rows)
      .map(({ key }) => key),
    outbox: z.array(outboxRow).parse(outbox.rows),
    audit: z.array(auditRow).parse(audit.rows),
    head: head && { seq: head.seq, headSeal: head.head_seal },
  };
}
