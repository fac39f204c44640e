import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { beginning, chainHead, chainRow, type AuditRow } from '#src/state/audit-chain.ts';
import { judge, type Judgement } from './judge.ts';
import type { OutboxRow, Tables } from './read-tables.ts';

const auditKey = Buffer.alloc(32, 1);
const mac = (text: string) => createHmac('sha256', auditKey).update(text).digest('hex');

type Event = readonly [action: string, subject: string];

function auditOf(events: readonly Event[]): Pick<Tables, 'audit' | 'head'> {
  const audit: AuditRow[] = [];
  for (const [action, subject] of events)
    audit.push(chainRow(audit.at(-1) ?? beginning, JSON.stringify({ action, subject }), mac));
  const { seq, headSeal } = chainHead(audit.at(-1) ?? beginning, mac);
  return { audit, head: { seq, headSeal } };
}

const story = (subject: string, ...actions: readonly string[]): readonly Event[] =>
  ['queued', 'claimed', 'posting', ...actions].map((action) => [`message.${action}`, subject]);

const notice = 'notice:unknown:answer:r2:lease';
const events: readonly Event[] = [
  ['delivery.accepted', 'r1'],
  ['delivery.accepted', 'r2'],
  ...story('answer:r1', 'posted'),
  ...story('answer:r2', 'claimed', 'unknown'),
  ...story(notice, 'posted'),
];
const row = (key: string, part: Partial<OutboxRow> = {}): OutboxRow => ({
  key,
  kind: key.startsWith('notice') ? 'notice' : 'answer',
  state: 'posted',
  attempts: 1,
  ts: `ts ${key}`,
  file: null,
  content: null,
  ...part,
});
const lost = row('answer:r2', { state: 'unknown', attempts: 2, ts: null });
/** One message posted, and one of which nobody knows and whose owner was told. */
const sound: Tables = {
  inbox: ['r1', 'r2'],
  outbox: [row('answer:r1'), lost, row(notice)],
  ...auditOf(events),
};
const posts = new Map(['answer:r1', notice].map((key) => [key, [`ts ${key}`]]));
const judged = (
  part: Partial<Tables>,
  inSlack: ReadonlyMap<string, readonly string[]> = posts,
  files: ReadonlyMap<string, string> = new Map(),
) =>
  judge(
    { ...sound, ...part },
    { auditKey, deliveries: ['r1', 'r2'], part: 'r', posts: inSlack, files },
  );

test('a sound run has nothing wrong', () => {
  expect(judged({})).toEqual({
    postedOnce: 1,
    told: 1,
    unheard: 0,
    doubled: 0,
    lost: 0,
    isWhole: true,
    wrong: [],
  });
});

test.each<[string, Partial<Tables>, Partial<Judgement>]>([
  ['a message without a row is lost', { outbox: [lost, row(notice)] }, { lost: 1 }],
  ['an owner who was not told', { outbox: [row('answer:r1'), lost] }, { lost: 1, told: 0 }],
  [
    'an owner who was told twice',
    { outbox: [...sound.outbox, row(`${notice}2`)] },
    { lost: 1, told: 0 },
  ],
  [
    'a notice of which nobody knows',
    { outbox: [row('answer:r1'), lost, row(notice, { state: 'unknown', ts: null })] },
    { told: 0, unheard: 1, lost: 0 },
  ],
  [
    'an event that was altered',
    {
      audit: sound.audit.map((each) =>
        each.seq === 2 ? { ...each, event: '{"subject":""}' } : each,
      ),
    },
    { isWhole: false },
  ],
  ['an event that is missing at the end', { audit: sound.audit.slice(0, -1) }, { isWhole: false }],
  ['an event that is missing at the start', { audit: sound.audit.slice(1) }, { isWhole: false }],
  ['no end', { head: undefined }, { isWhole: false }],
])('%s is found', (_, tables, found) => {
  expect(judged(tables)).toMatchObject(found);
});

test('a message that Slack has twice is found', () => {
  const twice = new Map([...posts, ['answer:r1', ['ts answer:r1', 'ts 2']]]);
  expect(judged({}, twice)).toMatchObject({ doubled: 1, postedOnce: 0 });
});

test.each<[string, Partial<Tables>, RegExp]>([
  ['a delivery that was not accepted', { inbox: ['r1'] }, /r2 was not accepted/u],
  [
    'a delivery recorded twice',
    auditOf([...events, ['delivery.accepted', 'r1']]),
    /r1 was not recorded once/u,
  ],
  ['a change that was not recorded', auditOf(events.toSpliced(5, 1)), /answer:r1 is posted, and/u],
  ['a step that may not follow', auditOf(events.toSpliced(4, 1)), /message.posted while claimed/u],
  [
    'a claim that was not recorded',
    { outbox: [row('answer:r1', { attempts: 2 }), lost, row(notice)] },
    /2 attempts, and 1 recorded/u,
  ],
  [
    'a message left open',
    {
      outbox: [row('answer:r1', { state: 'posting' }), lost, row(notice)],
      ...auditOf(events.toSpliced(5, 1)),
    },
    /answer:r1 is left posting/u,
  ],
])('%s is found', (_, tables, found) => {
  expect(judged(tables).wrong.join('\n')).toMatch(found);
});

/** The sound run, but that its first message is posted with a picture, at the second try. */
const filed = (part: Partial<OutboxRow> = {}, without?: number): Tables => ({
  ...sound,
  outbox: [row('answer:r1', { file: 'F2', content: '{"file":"F2"}', ...part }), lost, row(notice)],
  ...auditOf(
    events
      .toSpliced(
        4,
        0,
        ...['uploading', 'fileDeleted', 'uploading'].map((action): Event => [
          `message.${action}`,
          'answer:r1',
        ]),
      )
      .filter((_, at) => at !== without),
  ),
});
const itsFile = new Map([['F2', 'answer:r1']]);

test('a picture that is there, and named, is right', () => {
  expect(judged(filed(), posts, itsFile).wrong).toEqual([]);
  const foreign = new Map([...itsFile, ['F9', 'digest:9']]);
  expect(judged(filed(), posts, foreign).wrong).toEqual([]);
});

test.each<[string, Tables, ReadonlyMap<string, string>, RegExp]>([
  ['a file that no row names', filed(), new Map([...itsFile, ['F1', 'answer:r1']]), /F1: no row/u],
  ['a file without a row', filed(), new Map([...itsFile, ['F1', 'answer:r3']]), /F1: no row/u],
  ['a post whose picture is gone', filed(), new Map(), /its picture is gone/u],
  ['a post whose picture is not named', filed({ file: 'F1' }), itsFile, /its picture is gone/u],
  ['a file that was not recorded', filed({}, 6), itsFile, /does not say what file/u],
  ['a deletion that was not recorded', filed({}, 5), itsFile, /uploading of another file/u],
  ['a deletion of nothing', filed({}, 4), itsFile, /fileDeleted of no file/u],
  ['an upload of what is not in hand', filed({}, 3), itsFile, /message.uploading while queued/u],
])('%s is found', (_, tables, files, found) => {
  expect(judged(tables, posts, files).wrong.join('\n')).toMatch(found);
});
