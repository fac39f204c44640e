import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answer } from '#src/answer.ts';
import { Fault } from '#src/fault.ts';
import type { Change, Store } from '#src/state/store.ts';
import { fingerprintCells } from '#src/state/fingerprint-cells.ts';
import { after, only } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { readAudit, type Entry } from './read-audit.ts';
import { seat } from './seat.ts';

let scene: Scene;
let unrecorded = 0;
beforeAll(async () => {
  scene = await openScene({ pace: { idleMs: 20 } });
  const before = { ...scene.store };
  const record = (answers: Change['answers']): Change['answers'] => ({
    record: async (...given) => {
      if (unrecorded === 0) return answers.record(...given);
      unrecorded -= 1;
      throw new Fault('StoreFault', 'busy', 'not now', { retryable: true });
    },
  });
  const perhaps: Store['change'] = (work) =>
    before.change((all) => work({ ...all, answers: record(all.answers) }));
  Object.assign(scene.store, { change: perhaps });
});
afterAll(() => scene.close());
beforeEach(() => {
  unrecorded = 0;
});

/** All entries that came since. */
const since = async (before: readonly Entry[]): Promise<readonly Entry[]> =>
  (await readAudit(scene)).slice(before.length);

const question = 'region:Alderton since:lift-date';

test('an answer is recorded with who asked, where, who could read it, what it showed, and the message', async () => {
  const at = seat(scene, { kind: 'private', members: [] });
  const readers = [scene.fake.addUser().id, scene.fake.addUser().id, at.user];
  const channel = scene.fake.addChannel({
    id: at.channel,
    kind: 'private',
    members: readers,
  });
  const before = await readAudit(scene);
  const { messages } = await after(
    scene,
    () => scene.fake.command({ ...at, text: 'Aldertun since the lift-date please' }),
    { messages: 1 },
  );
  const entries = await since(before);
  expect(entries.map(({ action }) => action)).toEqual([
    'delivery.accepted',
    'message.queued',
    'message.claimed',
    'message.uploading',
    'message.posting',
    'answer.given',
    'message.posted',
  ]);
  const [accepted, queued, ...rest] = entries;
  const actor = { kind: 'person', id: at.user };
  expect([accepted?.actor, queued?.actor]).toEqual([actor, actor]);
  const subject = `answer:${accepted?.subject}`;
  expect(new Set([queued, ...rest].map((entry) => entry?.subject))).toEqual(new Set([subject]));
  const outcome = await answer(question, scene.edges);
  if (outcome.kind !== 'answered') throw new Error('it is not answered');
  const audience = { kind: 'private', members: 3, guests: 0, isShared: false };
  expect(queued).toMatchObject({ ask: question, channel: { id: channel.id, audience } });
  const given = only(entries.filter(({ action }) => action === 'answer.given'));
  const file = only(scene.fake.files().filter(({ usedIn }) => usedIn.length > 0));
  expect(given).toMatchObject({
    actor,
    subject,
    ask: question,
    decision: 'answered',
    release: 'tiny-1',
    cells: fingerprintCells(outcome.reply.table, scene.parts.hash),
    bytes: file.bytes.byteLength,
    channel: { id: channel.id, audience },
  });
  expect(entries.at(-1)).toMatchObject({
    action: 'message.posted',
    message: { channel: channel.id, ts: only(messages).ts },
  });
  expect(JSON.stringify(entries)).not.toContain('Aldertun');
});

test('an answer is recorded as its post begins or not at all, and what cannot be recorded is not posted', async () => {
  const at = seat(scene);
  const before = await readAudit(scene);
  unrecorded = 3;
  const { messages } = await after(
    scene,
    () => scene.fake.command({ ...at, text: `${question} show:table` }),
    { messages: 1 },
  );
  expect(messages).toHaveLength(1);
  const entries = await since(before);
  const posting = only(entries.filter(({ action }) => action === 'message.posting'));
  const given = only(entries.filter(({ action }) => action === 'answer.given'));
  expect(given).toMatchObject({ subject: posting.subject, seq: posting.seq + 1 });
  expect(entries.filter(({ action }) => action === 'message.delayed')).toHaveLength(3);
});

test.each([
  ['not understood', 'narrow', 'region:Zzyzx', { decision: 'notUnderstood' }],
  ['out of the data', 'narrow', 'region:Alderton since:2035-01-01', { decision: 'outOfRange' }],
  [
    'not allowed there',
    'wide',
    'region:Alderton',
    { decision: 'notPermitted', reason: 'level', ask: 'region:Alderton' },
  ],
  [
    'asked in no channel of ours',
    undefined,
    'status',
    { decision: 'notPermitted', reason: 'noTier', ask: 'status' },
  ],
])('a question %s is recorded as refused, without its words', async (_, tier, text, expected) => {
  const at = seat(scene, { tier });
  const before = await readAudit(scene);
  await after(scene, () => scene.fake.command({ ...at, text }), { told: 1 });
  const entries = await since(before);
  expect(entries.map(({ action }) => action)).toEqual(['delivery.accepted', 'answer.refused']);
  const [accepted, refused] = entries;
  expect(refused).toEqual({
    action: 'answer.refused',
    subject: accepted?.subject,
    actor: { kind: 'person', id: at.user },
    channel: {
      id: at.channel,
      audience: { kind: 'public', members: 1, guests: 0, isShared: false },
    },
    ...expected,
    at: refused?.at,
    seq: refused?.seq,
  });
});

test('guests and people from elsewhere are counted as they are at that moment', async () => {
  const at = seat(scene, { tier: 'narrow' });
  const guest = scene.fake.addUser({ isGuest: true });
  const stranger = scene.fake.addUser({ isStranger: true });
  const members = [at.user, guest.id, stranger.id];
  scene.fake.addChannel({ id: at.channel, members, isExtShared: true, isShared: true });
  const before = await readAudit(scene);
  await after(scene, () => scene.fake.command({ ...at, text: 'status' }), { told: 1 });
  const refused = only((await since(before)).filter(({ action }) => action === 'answer.refused'));
  expect(refused).toMatchObject({
    decision: 'notPermitted',
    reason: 'shared',
    channel: { audience: { kind: 'public', members: 3, guests: 2, isShared: true } },
  });
});
