import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Tables, OutboxRow } from './read-tables.ts';
import {
  beginning,
  chainHead,
  chainRow,
  type AuditMark,
  type Mac,
} from '#src/state/audit-chain.ts';

/** What a run left: how its messages ended, and what must never be. */
export type Judgement = {
  readonly postedOnce: number;
  readonly told: number;
  /** Messages whose owner may not have been told: nobody knows whether the notice arrived. It stays so for the operator to see. */
  readonly unheard: number;
  readonly doubled: number;
  readonly lost: number;
  readonly isWhole: boolean;
  /** Everything else that is wrong, in words. */
  readonly wrong: readonly string[];
};

type Event = { readonly action: string; readonly subject: string };

/** What is asked of a run. `part`: what the keys of its messages hold; `posts`: of each key, in Slack; `files`: there, and the keys of their messages. */
export type Asked = {
  readonly auditKey: Uint8Array;
  readonly deliveries: readonly string[];
  readonly part: string;
  readonly posts: ReadonlyMap<string, readonly string[]>;
  readonly files: ReadonlyMap<string, string>;
};

/** Judges a run by the tables, by Slack's count, and by the whole audit from its beginning. */
export function judge(
  { inbox, outbox: rows, audit, head }: Tables,
  { auditKey, deliveries, part, posts, files }: Asked,
): Judgement {
  const outbox = rows.filter(({ key }) => key.includes(part));
  const events = audit
    // Written by the store alone, and sealed.
    .map(({ event }) => JSON.parse(event) as Event)
    .filter(({ subject }) => subject.includes(part));
  const answers = deliveries.map((key) => outbox.find((row) => row.key === `answer:${key}`));
  const isPosted = ({ key, state, ts }: OutboxRow): boolean =>
    state === 'posted' && ts !== null && posts.get(key)?.[0] === ts;

  const present = answers.filter((row) => row !== undefined);
  const postedOnce = present.filter((row) => isPosted(row) && posts.get(row.key)?.length === 1);
  const failed = present.filter(({ state }) => ['unknown', 'refused'].includes(state));
  const noticeOf = ({ key }: OutboxRow) => {
    const notices = outbox.filter((row) => row.kind === 'notice' && row.key.includes(`:${key}:`));
    return notices.length === 1 ? notices[0] : undefined;
  };
  const told = failed.map(noticeOf).filter((row) => row !== undefined && isPosted(row));
  const unheard = failed.map(noticeOf).filter((row) => row?.state === 'unknown');
  return {
    postedOnce: postedOnce.length,
    told: told.length,
    unheard: unheard.length,
    doubled: outbox.filter(({ key }) => (posts.get(key)?.length ?? 0) > 1).length,
    lost: deliveries.length - postedOnce.length - told.length - unheard.length,
    isWhole: isWhole(audit, head, auditKey),
    wrong: [
      ...deliveries.filter((key) => !inbox.includes(key)).map((key) => `${key} was not accepted`),
      ...deliveries
        .filter((key) => countOf(events, 'delivery.accepted', key) !== 1)
        .map((key) => `${key} was not recorded once`),
      ...outbox.flatMap((row) => findWrongs(row, events, posts)),
      ...outbox.flatMap((row) => findWrongFiles(row, events, files)),
      ...findStrays(outbox, files, part).map((file) => `${file}: no row names it`),
    ],
  };
}

const countOf = (events: readonly Event[], action: string, subject: string): number =>
  events.filter((event) => event.action === action && event.subject === subject).length;

/** From which states an action may come, and where it leads. A claim of what is being posted leaves it so. */
const moves: Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>> = {
  'message.queued': { from: ['none'], to: 'queued' },
  'message.claimed': { from: ['queued', 'claimed', 'posting'], to: 'claimed' },
  'message.uploading': { from: ['claimed'], to: 'claimed' },
  'message.posting': { from: ['claimed'], to: 'posting' },
  'message.posted': { from: ['posting', 'unknown'], to: 'posted' },
  'message.delayed': { from: ['claimed', 'posting'], to: 'queued' },
  'message.refused': { from: ['claimed', 'posting'], to: 'refused' },
  'message.unknown': { from: ['posting'], to: 'unknown' },
};

/** The audit must tell the whole story of a row: each change of state, and no other. */
function findWrongs(
  row: OutboxRow,
  events: readonly Event[],
  posts: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const wrong: string[] = [];
  let state = 'none';
  for (const { action } of events.filter(({ subject }) => subject === row.key)) {
    if (action === 'message.fileDeleted') continue;
    const move = moves[action];
    if (move?.from.includes(state) !== true) wrong.push(`${row.key}: ${action} while ${state}`);
    const isTakenOver = action === 'message.claimed' && state === 'posting';
    state = isTakenOver ? state : (move?.to ?? state);
  }
  if (state !== row.state) wrong.push(`${row.key} is ${row.state}, and its audit says ${state}`);
  const claims = countOf(events, 'message.claimed', row.key);
  if (claims !== row.attempts)
    wrong.push(`${row.key}: ${row.attempts} attempts, and ${claims} recorded`);
  if (!['posted', 'unknown', 'refused'].includes(row.state))
    wrong.push(`${row.key} is left ${row.state}`);
  if (row.state === 'refused' && posts.has(row.key))
    wrong.push(`${row.key} is refused, and yet posted`);
  return wrong;
}

/** What a row says of its file, and the audit of both, must be so; a post has the picture that it shows. */
function findWrongFiles(
  { key, state, file, content }: OutboxRow,
  events: readonly Event[],
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const wrong: string[] = [];
  let isNamed = false;
  for (const { action } of events.filter(({ subject }) => subject === key)) {
    const names = { 'message.uploading': true, 'message.fileDeleted': false }[action];
    if (names === isNamed) wrong.push(`${key}: ${action} of ${isNamed ? 'another' : 'no'} file`);
    isNamed = names ?? isNamed;
  }
  if (isNamed !== (file !== null)) wrong.push(`${key}: its audit does not say what file it has`);
  const shown = content === null ? undefined : shownContent.parse(JSON.parse(content)).file;
  if (state === 'posted' && shown !== undefined && !(shown === file && files.has(shown)))
    wrong.push(`${key} is posted, and its picture is gone`);
  return wrong;
}

const shownContent = z.object({ file: z.string().optional() });

/** The files in Slack of messages whose key holds `part`, that their rows do not name. */
export const findStrays = (
  rows: readonly Pick<OutboxRow, 'key' | 'file'>[],
  files: ReadonlyMap<string, string>,
  part: string,
): readonly string[] => {
  const named = new Set(rows.map(({ file }) => file));
  return [...files].flatMap(([file, key]) => (key.includes(part) && !named.has(file) ? file : []));
};

/** Whether every row fits its seal, without a gap, up to the head. */
function isWhole(rows: Tables['audit'], head: Tables['head'], key: Uint8Array): boolean {
  const mac: Mac = (text) => createHmac('sha256', key).update(text).digest('hex');
  let last: AuditMark = beginning;
  for (const { seq, event, seal } of rows) {
    const expected = chainRow(last, event, mac);
    if (expected.seq !== seq || expected.seal !== seal) return false;
    last = expected;
  }
  return head?.seq === last.seq && head.headSeal === chainHead(last, mac).headSeal;
}
