import type { AuditContext } from '#src/state/audit-event.ts';
import { parseSlackPerson, type PersonId } from '#src/state/actor.ts';
import type { Claim, NewMessage } from '#src/state/message.ts';
import type { ReleaseDescription } from '#src/state/release-record.ts';
import type { Change, Store } from '#src/state/store.ts';

/** A clock that stands until it is moved. */
type StandingClock = { now: Date };

type Part = (store: Store, clock: StandingClock) => Promise<void>;

const person = (id: string): PersonId => {
  const found = parseSlackPerson(id);
  if (found === undefined) throw new Error(`${id} is no Slack ID`);
  return found;
};

const [ann, ben, cat] = [person('U0ANN'), person('U0BEN'), person('U0CAT')];

const by = (id: PersonId, more: Omit<AuditContext, 'actor'> = {}): AuditContext => ({
  actor: { kind: 'person', id },
  ...more,
});

const worker: AuditContext = { actor: { kind: 'program', name: 'outbox' } };

const question: AuditContext = by(ann, {
  channel: {
    id: 'C0TRANSPORT',
    audience: { kind: 'private', members: 14, guests: 0, isShared: false },
  },
  ask: 'trend region:London since:lift-date',
  latencyMs: 412,
});

const answers: Part = async (store) => {
  await store.change(async (change) => {
    await change.answers.record('answer.given', 'trigger 1', {
      ...question,
      decision: 'answered',
      release: 'demo-2022-10-30-1a2b3c4d',
      cells: 'ab'.repeat(32),
      bytes: 48_211,
    });
    await change.answers.record('answer.refused', 'trigger 2', {
      ...question,
      decision: 'tooBroad',
    });
  });
  await store.audit.head();
  await store.audit.rows(0, 10);
};

const message = (
  key: string,
  clock: StandingClock,
  more: Partial<NewMessage> = {},
): NewMessage => ({
  key,
  kind: 'answer',
  channel: 'C0TRANSPORT',
  owner: ann,
  body: { text: `“${key}” said o'clock 🚆`, rows: [1, null, true] },
  due: clock.now,
  ...more,
});

const content = { post: { text: 'Trips rose “by 4%”. 🚆', rows: [1, null] }, release: 'demo' };

const leaseMs = 1000;

const messages: Part = async (store, clock) => {
  const put = (key: string, more: Partial<NewMessage> = {}) =>
    store.change(async ({ inbox, outbox }) => {
      if (await inbox.accept(`trigger ${key}`, question))
        await outbox.put(message(key, clock, more), question);
    });
  const claim = async (): Promise<Claim> => {
    const held = await store.change(({ outbox }) => outbox.claim({ leaseMs }, worker));
    if (held === undefined) throw new Error('nothing is due');
    return held;
  };
  const step = (work: (outbox: Change['outbox']) => Promise<boolean>) =>
    store.change(({ outbox }) => work(outbox));
  const begun = async (): Promise<Claim> => {
    const held = await claim();
    await step((outbox) => outbox.begin(held, undefined, worker));
    return held;
  };

  // Delivered twice, tried twice, each time with a picture, posted.
  await put('posted');
  await put('posted');
  await step((outbox) => outbox.put(message('posted', clock), question));
  const first = await claim();
  await step((outbox) => outbox.keepFile(first, 'F0FIRST', worker));
  await step((outbox) => outbox.begin(first, content, worker));
  await step((outbox) => outbox.delay(first, new Date(clock.now.getTime() + 500), worker));
  clock.now = new Date(clock.now.getTime() + 500);
  const second = await claim();
  await step((outbox) => outbox.keepFile(second, 'F0SECOND', worker));
  await step((outbox) => outbox.dropFile('posted', 'F0FIRST', worker));
  await step((outbox) => outbox.keepFile(second, 'F0SECOND', worker));
  await step((outbox) => outbox.begin(second, content, worker));
  await step((outbox) => outbox.confirm(second, '1700000000.000100', worker));
  // A hold that passed to another worker; a refusal, of which a picture is left.
  await put('refused', { kind: 'digest' });
  const late = await claim();
  clock.now = new Date(clock.now.getTime() + leaseMs + 1);
  const next = await claim();
  await step((outbox) => outbox.keepFile(late, 'F0LATE', worker));
  await step((outbox) => outbox.begin(late, undefined, worker));
  await step((outbox) => outbox.keepFile(next, 'F0LEFT', worker));
  await step((outbox) => outbox.refuse(next, { ...worker, reason: 'is_archived' }));
  // A post that nobody can tell of: one that a late worker confirms, one that a person has sent again, one that is seen in Slack, one that stays so.
  for (const key of ['confirmed late', 'sent again', 'seen later', 'unknown']) {
    await put(key, { kind: 'notice' });
    const slow = await begun();
    clock.now = new Date(clock.now.getTime() + leaseMs + 1);
    const found = await claim();
    await step((outbox) => outbox.lose(found, { ...worker, reason: 'timeout' }));
    if (key === 'confirmed late')
      await step((outbox) => outbox.confirm(slow, '1700000000.000200', worker));
    if (key === 'seen later') await step((outbox) => outbox.find(key, '1700000000.000400', worker));
    if (key === 'sent again') {
      await step((outbox) => outbox.resend(key, by(ann)));
      const again = await begun();
      await step((outbox) => outbox.confirm(again, '1700000000.000300', worker));
    }
  }
  // Left as they are: in a worker's hands, begun, and waiting.
  await put('claimed');
  await claim();
  await put('posting');
  await begun();
  await put('queued', { due: new Date(clock.now.getTime() + 3_600_000) });
  for (const key of ['posted', 'unknown', 'never put']) await store.messages.find(key);
  await store.messages.count();
  await store.messages.waiting({ owner: 'U0ASKER', channel: 'C0TRANSPORT' });
  await store.messages.postedAt('C0TRANSPORT', '1700000000.000100');
  await store.messages.lastIn('C0TRANSPORT', '1700000000.000100');
  await store.messages.posted('answer', birth, 10);
  await store.messages.posted('answer', new Date(birth.getTime() - 1), 10);
  await store.messages.leftFiles(clock.now, 10);
  await store.change(({ inbox }) => inbox.forget(birth, worker));
  await store.change(({ inbox }) => inbox.forget(new Date(birth.getTime() + 1), worker));
};

const proposals: Part = async (store) => {
  const policy = { kind: 'policy', id: 'threshold' } as const;
  const digest = { kind: 'digest', id: 'weekly' } as const;
  await store.change((change) => change.proposals.propose(policy, 'f1', by(ann)));
  await store.change(async ({ proposals: change }) => {
    await change.propose(policy, 'f1', by(ann));
    await change.judge(policy, verdict(ben, 'f1', 'approved'), by(ben));
    await change.propose(policy, 'f2', by(cat));
    await change.judge(policy, verdict(ben, 'f2', 'approved'), by(ben));
    await change.judge(policy, verdict(ann, 'f2', 'approved'), by(ann));
    await change.judge(policy, verdict(cat, 'f2', 'approved'), by(cat));
    await change.judge({ kind: 'briefing', id: 'none' }, verdict(ben, 'f1', 'approved'), by(ben));
  });
  await store.change(async ({ proposals: change }) => {
    await change.propose(digest, 'g1', { actor: { kind: 'program', name: 'digests' } });
    await change.judge(digest, { ...verdict(ann, 'g1', 'rejected'), reason: 'too often' }, by(ann));
  });
  await store.proposals.find(policy);
  await store.proposals.find(digest);
};

const verdict = (who: PersonId, fingerprint: string, said: 'approved' | 'rejected') => ({
  fingerprint,
  person: who,
  verdict: said,
  reason: undefined,
});

/** A release of a week, as its keeper describes it. */
export const someRelease = (
  name: string,
  more: Partial<ReleaseDescription> = {},
): ReleaseDescription => ({
  name,
  releaseId: `demo-${name}`,
  dataset: 'demo',
  lastDay: '2022-10-30',
  policyHash: 'cd'.repeat(32),
  synthetic: true,
  fingerprint: `fingerprint of ${name}`,
  ...more,
});

const releases: Part = async (store, clock) => {
  const audit: AuditContext = { actor: { kind: 'program', name: 'release job' } };
  const names = ['superseded', 'withdrawn', 'live', 'staged'];
  for (const name of names) {
    clock.now = new Date(clock.now.getTime() + 60_000);
    await store.change((change) => change.releases.stage(someRelease(name), audit));
  }
  await store.change((change) =>
    change.releases.stage(someRelease('staged', { fingerprint: 'another' }), audit),
  );
  for (const name of ['superseded', 'live', 'staged'])
    await store.change((change) => change.releases.goLive(name, `fingerprint of ${name}`, audit));
  await store.change((change) =>
    change.releases.withdraw('withdrawn', { ...audit, reason: 'an error in the source' }),
  );
  await store.releases.list();
  await store.releases.live();
};

/** All that the program does to its state, and each way in which a row can be left. */
export const wholeLife: readonly Part[] = [answers, messages, proposals, releases];

/** When it begins. */
export const birth = new Date('2026-11-02T09:30:00.123Z');
