import { z } from 'zod';
import { beginning, chainHead, type AuditMark, type Mac } from '#src/state/audit-chain.ts';
import { messageState, type MessageState } from '#src/state/message.ts';
import type { Change, Clock, Store } from '#src/state/store.ts';
import { Fault } from '#src/fault.ts';
import { appendAudit } from './audit-writer.ts';
import { changeInbox } from './change-inbox.ts';
import { changeOutbox } from './change-outbox.ts';
import { changeProposals } from './change-proposals.ts';
import { changeReleases } from './change-releases.ts';
import type { Database } from './database.ts';
import { messageColumns, readMessage } from './message-row.ts';
import { oneByOne } from './one-by-one.ts';
import { findProposal } from './proposal-rows.ts';
import { makeRecorder, type Recorder } from './recorder.ts';
import { readReleaseRow, releaseColumns } from './release-rows.ts';
import type { Witness } from './witness.ts';

/** `mac`: keyed with the audit's secret. `clock`: the time of every change. */
export type StoreParts = {
  readonly database: Database;
  readonly mac: Mac;
  readonly clock: Clock;
  readonly witness: Witness;
};

const mostTries = 5;

/** A store over a database whose tables are up to date. */
export function makeStore({ database, mac, clock, witness }: StoreParts): Store {
  const attempt = async <T>(work: (change: Change) => Promise<T>): Promise<T> => {
    let mark: AuditMark | undefined;
    const result = await database.transaction(async (sql) => {
      const statements = oneByOne(sql);
      const recorder = makeRecorder(statements.sql, clock);
      const done = await work(changeOf(recorder));
      statements.finish();
      if (recorder.events.length > 0) mark = await appendAudit(sql, recorder.events, mac);
      return done;
    });
    if (mark !== undefined) await witness.see(mark);
    return result;
  };
  const { query } = database;
  return {
    engine: database.engine,
    change: (work) => retry(() => attempt(work)),
    messages: {
      find: async (key) => {
        const [row] = await query(`SELECT ${messageColumns} FROM outbox WHERE key = $1`, [key]);
        return row === undefined ? undefined : readMessage(row);
      },
      count: async () => {
        const rows = await query('SELECT state, COUNT(*) AS count FROM outbox GROUP BY state');
        const counts = { ...noMessages };
        for (const row of rows) {
          const { data: state } = messageState.safeParse(row['state']);
          if (state !== undefined) counts[state] = Number(row['count']);
        }
        return counts;
      },
      waiting: async ({ owner, channel }) => {
        const [row] = await query(
          `SELECT COUNT(*)::int AS all_waiting, COUNT(*) FILTER (WHERE owner = $1)::int AS of_owner, COUNT(*) FILTER (WHERE channel = $2)::int AS in_channel
            FROM outbox WHERE kind = 'answer' AND state IN ('queued', 'claimed')`,
          [owner, channel],
        );
        return waitingRow.parse(row);
      },
      postedAt: async (channel, ts) => {
        const [row] = await query(
          `SELECT ${messageColumns} FROM outbox WHERE channel = $1 AND ts = $2`,
          [channel, ts],
        );
        return row === undefined ? undefined : readMessage(row);
      },
      lastIn: async (channel, ts) => {
        const [row] = await query(
          `SELECT ${messageColumns} FROM outbox
            WHERE channel = $1 AND ts IS NOT NULL AND state = 'posted' AND kind = 'answer' AND (ts = $2 OR body::jsonb ->> 'thread' = $2)
            ORDER BY ts DESC LIMIT 1`,
          [channel, ts],
        );
        return row === undefined ? undefined : readMessage(row);
      },
      posted: async (kind, after, limit) =>
        (
          await query(
            `SELECT ${messageColumns} FROM outbox WHERE state = 'posted' AND kind = $1 AND put_at > $2 ORDER BY put_at DESC, key LIMIT $3`,
            [kind, after, limit],
          )
        ).map(readMessage),
      leftFiles: async (lostBefore, limit) =>
        (
          await query(
            `SELECT ${messageColumns} FROM outbox
              WHERE file IS NOT NULL AND (state = 'refused' OR (state = 'unknown' AND settled_at < $1)) ORDER BY key LIMIT $2`,
            [lostBefore, limit],
          )
        ).map(readMessage),
    },
    proposals: { find: (name) => findProposal(database, name) },
    releases: {
      list: async () =>
        (
          await query(`SELECT ${releaseColumns} FROM release ORDER BY staged_at DESC, name DESC`)
        ).map(readReleaseRow),
      live: async () =>
        (await query(`SELECT ${releaseColumns} FROM release WHERE state = 'live'`))
          .map(readReleaseRow)
          .at(0),
    },
    audit: {
      rows: async (after, limit) =>
        z
          .array(auditRow)
          .parse(
            await query('SELECT seq, event, seal FROM audit WHERE seq > $1 ORDER BY seq LIMIT $2', [
              after,
              limit,
            ]),
          ),
      head: async () => {
        const [row] = await query('SELECT seq, seal, head_seal FROM audit_head');
        return row === undefined ? chainHead(beginning, mac) : auditHead.parse(row);
      },
      witness: witness.last,
    },
    close: () => database.close(),
  };
}

const noMessages: Readonly<Record<MessageState, number>> = {
  queued: 0,
  claimed: 0,
  posting: 0,
  posted: 0,
  refused: 0,
  unknown: 0,
};

const waitingRow = z
  .object({
    all_waiting: z.number(),
    of_owner: z.number(),
    in_channel: z.number(),
  })
  .transform(({ all_waiting: all, of_owner: ofOwner, in_channel: inChannel }) => ({
    all,
    ofOwner,
    inChannel,
  }));
const auditRow = z.object({ seq: z.coerce.number(), event: z.string(), seal: z.string() });
const auditHead = z
  .object({ seq: z.coerce.number(), seal: z.string(), head_seal: z.string() })
  .transform(({ seq, seal, head_seal: headSeal }) => ({ seq, seal, headSeal }));

const changeOf = (recorder: Recorder): Change => ({
  inbox: changeInbox(recorder),
  outbox: changeOutbox(recorder),
  proposals: changeProposals(recorder),
  releases: changeReleases(recorder),
  answers: {
    record: (action, subject, audit) => Promise.resolve(recorder.record(action, subject, audit)),
  },
});

/** Two changes that meet are run one after the other. */
async function retry<T>(task: () => Promise<T>, tries = mostTries): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (tries > 1 && error instanceof Fault && error.code === 'conflict')
      return retry(task, tries - 1);
    throw error;
  }
}
