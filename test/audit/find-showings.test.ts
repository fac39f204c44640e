import { expect, test } from 'vitest';
import { findShowings } from '#src/audit/find-showings.ts';
import { sayShowings } from '#src/audit/say-showings.ts';
import { parseSought, type Sought } from '#src/audit/sought.ts';
import type { AuditEvent } from '#src/state/audit-event.ts';
import { makeKeptAudit, person } from './kept-audit.ts';

const release = 'uk-demo-2022-10-16-1a2b3c4d';
const london = { ask: 'region:London', release, decision: 'answered', cells: 'ab'.repeat(32) };

type Audience = NonNullable<AuditEvent['channel']>['audience'];
const channel = (id: string, audience: Partial<Audience> = {}) => ({
  id,
  audience: { kind: 'private' as const, members: 12, guests: 0, isShared: false, ...audience },
});

function soughtFrom(text: string): Sought {
  const sought = parseSought(text);
  if (sought === undefined) throw new Error('not read');
  return sought;
}

async function seen(events: readonly Partial<AuditEvent>[], what: string) {
  const { showings } = await findShowings(makeKeptAudit(events).reader, soughtFrom(what));
  return { showings, lines: sayShowings(showings, soughtFrom(what)) };
}

/** A question answered by a message: what was asked and shown stands in one event, where it was posted in another. */
const posted = (subject: string, id: string, audience: Partial<Audience>, ts: string) =>
  [
    { subject, actor: person('U024BE7LH'), ...london, channel: channel(id, { members: 1 }) },
    { subject, action: 'message.queued', actor: person('U024BE7LH') },
    { subject, action: 'message.claimed' },
    { subject, action: 'message.posting', channel: channel(id, audience) },
    { subject, action: 'message.posted', message: { channel: id, ts } },
  ] satisfies readonly Partial<AuditEvent>[];

const incident = [
  ...posted('m1', 'C024BE91L', { members: 200, guests: 2 }, '1700000000.000100'),
  { subject: 'other', actor: person('U024BE7LH'), ...london, ask: 'region:Leeds', release: 'x' },
  ...posted('m2', 'C024BE91L', { members: 210, guests: 1 }, '1700000000.000200'),
  ...posted('m3', 'C024BE92M', { members: 4, kind: 'public', isShared: true }, '1700000000.000300'),
  { subject: 'refused', action: 'answer.refused', channel: channel('C024BE92M') },
] satisfies readonly Partial<AuditEvent>[];

test('all that showed the figures of a release: who asked, where, and who was there when it was posted', async () => {
  const { lines } = await seen(incident, release);
  expect(lines).toEqual([
    'When (UTC)           Asked by   Channel    Audience  Members  Guests  Shared  Question       Release                      Decision  Seen',
    `2026-11-23 09:00:05  U024BE7LH  C024BE91L  private       200       2  no      region:London  ${release}  answered  posted 1700000000.000100`,
    `2026-11-23 09:00:11  U024BE7LH  C024BE91L  private       210       1  no      region:London  ${release}  answered  posted 1700000000.000200`,
    `2026-11-23 09:00:16  U024BE7LH  C024BE92M  public          4       0  yes     region:London  ${release}  answered  posted 1700000000.000300`,
    '',
    '3 answers in 2 channels, seen at the time by at most 214 people, 2 of them guests.',
    '1 of the channels is public: others in the workspace could read it too.',
    '1 of the channels is shared with another organisation.',
    'Whoever joined a channel since may have read it there.',
  ]);
});

test.each([
  { what: release, times: ['09:00:05', '09:00:11', '09:00:16'] },
  { what: 'abababababab', times: ['09:00:05', '09:00:06', '09:00:11', '09:00:16'] },
  { what: 'C024BE91L/1700000000.000200', times: ['09:00:11'] },
  { what: 'https://acme.slack.com/archives/C024BE92M/p1700000000000300', times: ['09:00:16'] },
  { what: 'C024BE91L', times: ['09:00:05', '09:00:11'] },
  { what: 'region:Leeds', times: ['09:00:06'] },
])('$what finds what was shown at $times', async ({ what, times }) => {
  const { showings } = await seen(incident, what);
  expect(showings.map(({ at }) => at.slice(11, 19))).toEqual(times);
});

test.each([
  { what: 'uk-demo-2022-10-16-ffffffff', says: 'is of this release' },
  { what: 'ffffffffffff', says: 'showed these cells' },
  { what: 'C024BE91L/1600000000.000100', says: 'was this message' },
  { what: 'C0000000', says: 'was in this channel' },
  { what: 'region:Bath', says: 'is of a question that names this' },
])('nothing found of $what is one sentence', async ({ what, says }) => {
  expect((await seen(incident, what)).lines).toEqual([
    `No answer or message in the audit ${says}.`,
  ]);
});

test.each<{ name: string; actions: readonly AuditEvent['action'][]; fate: string; counts: number }>(
  [
    { name: 'an answer without a message', actions: [], fate: 'shown', counts: 1 },
    { name: 'a queued one', actions: ['message.queued'], fate: 'waiting', counts: 0 },
    {
      name: 'one that began to be posted',
      actions: ['message.queued', 'message.claimed', 'message.posting'],
      fate: 'posting',
      counts: 1,
    },
    {
      name: 'one taken over while it was posted',
      actions: ['message.queued', 'message.claimed', 'message.posting', 'message.claimed'],
      fate: 'posting',
      counts: 1,
    },
    {
      name: 'one that surely was not posted, so far',
      actions: ['message.queued', 'message.claimed', 'message.posting', 'message.delayed'],
      fate: 'waiting',
      counts: 0,
    },
    {
      name: 'one that never was',
      actions: ['message.queued', 'message.claimed', 'message.posting', 'message.refused'],
      fate: 'refused',
      counts: 0,
    },
    {
      name: 'one that was refused and is sent again',
      actions: ['message.queued', 'message.claimed', 'message.refused', 'message.resent'],
      fate: 'waiting',
      counts: 0,
    },
    {
      name: 'one of which nobody can tell',
      actions: ['message.queued', 'message.claimed', 'message.posting', 'message.unknown'],
      fate: 'unknown',
      counts: 1,
    },
    {
      name: 'one of which nobody can tell, sent again and then refused',
      actions: [
        'message.queued',
        'message.posting',
        'message.unknown',
        'message.resent',
        'message.posting',
        'message.refused',
      ],
      fate: 'unknown',
      counts: 1,
    },
    {
      name: 'one that was refused before it was begun, and whose file was deleted then',
      actions: [
        'message.queued',
        'message.claimed',
        'message.uploading',
        'message.refused',
        'message.fileDeleted',
      ],
      fate: 'refused',
      counts: 0,
    },
    {
      name: 'one that has a file and is not begun',
      actions: ['message.queued', 'message.claimed', 'message.uploading'],
      fate: 'waiting',
      counts: 0,
    },
    {
      name: 'one that is being posted, and whose file was deleted',
      actions: ['message.queued', 'message.uploading', 'message.posting', 'message.fileDeleted'],
      fate: 'posting',
      counts: 1,
    },
    {
      name: 'one that was posted, as came out late',
      actions: ['message.queued', 'message.posting', 'message.unknown', 'message.posted'],
      fate: 'posted',
      counts: 1,
    },
  ],
)('$name is $fate', async ({ actions, fate, counts }) => {
  const first = { subject: 'm', ...london, channel: channel('C024BE91L') };
  const rest = actions.map((action) => ({ subject: 'm', action }));
  const { showings, lines } = await seen([first, ...rest], release);
  expect(showings.map((showing) => showing.fate)).toEqual([fate]);
  expect(lines.includes('Nobody saw any of this.')).toBe(counts === 0);
  expect(lines.some((line) => line.startsWith('1 row of the table came before nobody'))).toBe(
    counts === 0,
  );
});

test('a file that was deleted later does not change when a message was heard of', async () => {
  const { showings } = await seen(
    [
      { subject: 'm', ...london },
      { subject: 'm', action: 'message.refused' },
      { subject: 'm', action: 'message.fileDeleted' },
    ],
    release,
  );
  const [first] = (await seen([{ subject: 'm', ...london }], release)).showings;
  const second = new Date(Date.parse(first?.at ?? '') + 1000).toISOString();
  expect(showings.map(({ at }) => at)).toEqual([second]);
});

test('a message whose answer is recorded as it is begun is one showing, by who asked and where', async () => {
  const asked = { actor: person('U024BE7LH'), channel: channel('C024BE91L', { members: 1 }) };
  const { showings } = await seen(
    [
      { subject: 'm', ...asked, action: 'message.queued' },
      { subject: 'm', action: 'message.claimed' },
      { subject: 'm', action: 'message.uploading' },
      { subject: 'm', action: 'message.posting' },
      { subject: 'm', ...asked, ...london, channel: channel('C024BE91L', { members: 9 }) },
      { subject: 'm', action: 'message.posted', message: { channel: 'C024BE91L', ts: '1.000001' } },
    ],
    release,
  );
  expect(showings).toMatchObject([
    {
      fate: 'posted',
      actor: asked.actor,
      channel: { audience: { members: 9 } },
      message: { ts: '1.000001' },
    },
  ]);
});

test('answers in a terminal count their askers, each once, and a message of an unknown audience is told', async () => {
  const terminal = {
    ...london,
    channel: channel('terminal', { kind: 'terminal', members: 1 }),
  };
  const { lines } = await seen(
    [
      { ...terminal, actor: person('U024BE7LH') },
      { ...london, actor: person('U024BE7LH') },
      { ...terminal, actor: person('U024BE7LJ') },
      { ...london, subject: 'd', action: 'message.queued' },
      { subject: 'd', action: 'message.posted', message: { channel: 'C1X', ts: '1.000001' } },
    ],
    release,
  );
  expect(lines.slice(-3)).toEqual([
    '4 answers in 1 channel and 2 terminals, seen at the time by at most 2 people, none of them guests.',
    'Of 1 channel the audit does not say who was there: they are not counted.',
    'Whoever joined a channel since may have read it there.',
  ]);
});

test('an altered entry cannot steer the terminal that prints it', async () => {
  const { lines } = await seen(
    [{ ...london, ask: 'region:London \u001B[2J\u009B\u202E' }],
    release,
  );
  expect(lines[1]).toContain('region:London ?[2J??');
});
