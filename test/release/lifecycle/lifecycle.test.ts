import { userInfo } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { enterEditions } from '#src/release/lifecycle/enter-editions.ts';
import { makeLive } from '#src/release/lifecycle/make-live.ts';
import { pointToLive } from '#src/release/lifecycle/point-to-live.ts';
import { withdraw } from '#src/release/lifecycle/withdraw.ts';
import type { ReleaseDescription } from '#src/state/release-record.ts';
import { ownFolder } from '#test/support/own-folder.ts';
import {
  approve,
  by,
  contentOf,
  openScene,
  policyOf,
  say,
  someEdition,
  type Scene,
} from './scene.ts';

const home = ownFolder();
let scene: Scene;

beforeAll(async () => {
  scene = await openScene(home);
});

afterAll(() => scene.store.close());

beforeEach(() => scene.events());

/** Puts an edition in its place and enters it, made by Ann. */
async function enter(changes: Partial<ReleaseDescription> = {}): Promise<ReleaseDescription> {
  const edition = someEdition(changes);
  scene.keeper.editions.set(edition.name, edition);
  await enterEditions(scene);
  return edition;
}

const live = async (edition: ReleaseDescription, name = 'dora'): Promise<void> =>
  makeLive(scene, await scene.record(edition.name), by(name));

/** An edition that answers now. */
async function enterLive(changes: Partial<ReleaseDescription> = {}): Promise<ReleaseDescription> {
  const edition = await enter(changes);
  if (!edition.synthetic) await approve(scene, edition);
  await live(edition);
  return edition;
}

const stateOf = async ({ name }: ReleaseDescription): Promise<string> =>
  (await scene.record(name)).state;

/** What was recorded, in short: "ann: release.staged arden-1 (why)". */
const recorded = async (): Promise<readonly string[]> =>
  (await scene.events()).map(({ actor, action, subject, reason }) => {
    const who = actor.kind === 'person' ? actor.id.replace('account:', '') : actor.name;
    return `${who}: ${action} ${subject}${reason === undefined ? '' : ` (${reason})`}`;
  });

const refused = (code: string) => ({ name: 'ReleaseFault', code });

describe('entering', () => {
  test('an edition is staged, and proposed with its policy by whoever made it', async () => {
    const edition = await enter();
    expect(await scene.record(edition.name)).toMatchObject({ ...edition, state: 'staged' });
    expect(await recorded()).toEqual([
      `ann: release.staged ${edition.name}`,
      `ann: proposal.made release ${edition.name}`,
      `ann: proposal.made policy ${edition.policyHash}`,
    ]);
  });

  test('an edition that is known is not read or entered again, and leaves no event', async () => {
    const edition = await enter();
    await scene.events();
    const describe = vi.spyOn(scene.keeper, 'describe');
    await enterEditions(scene);
    expect(await recorded()).toEqual([]);
    // To read one of a country's size takes seconds.
    expect(describe).not.toHaveBeenCalled();
    describe.mockRestore();
    const view = await scene.store.proposals.find({ kind: 'release', id: edition.name });
    expect(view?.proposal.author).toEqual({ kind: 'person', id: 'account:ann' });
  });

  test('a file that is no checked release is not entered', async () => {
    scene.keeper.editions.set('unchecked', undefined);
    await enterEditions(scene);
    expect(await recorded()).toEqual([]);
  });

  test('a policy that was approved before needs no approval again, and keeps its author', async () => {
    const first = await enterLive();
    const second = await enter({ policyHash: first.policyHash });
    for (const name of ['bea', 'carl']) await say(scene, name, contentOf(second));
    await expect(live(second)).resolves.toBeUndefined();
  });

  test('an edition of synthetic data is not proposed, for nobody needs to approve it', async () => {
    const edition = await enter({ synthetic: true });
    expect(await recorded()).toEqual([`ann: release.staged ${edition.name}`]);
    await expect(say(scene, 'bea', contentOf(edition))).rejects.toMatchObject(refused('unknown'));
  });
});

describe('what answers', () => {
  test('a release whose content and policy two people approved answers, and the one before does no longer', async () => {
    const before = await enterLive();
    const edition = await enter();
    expect(scene.keeper.pointer).toBe(before.name);
    await approve(scene, edition);
    expect(scene.keeper.pointer).toBe(before.name);
    await scene.events();
    await live(edition);
    expect(scene.keeper.pointer).toBe(edition.name);
    expect([await stateOf(before), await stateOf(edition)]).toEqual(['superseded', 'live']);
    expect(await recorded()).toEqual([
      `dora: release.superseded ${before.name}`,
      `dora: release.live ${edition.name}`,
    ]);
  });

  test('synthetic data go live by themselves, and the record says why nobody approved them', async () => {
    const edition = await enter({ synthetic: true });
    await scene.events();
    await live(edition, 'ann');
    expect(scene.keeper.pointer).toBe(edition.name);
    expect((await recorded()).at(-1)).toBe(
      `ann: release.live ${edition.name} (synthetic data, which approve themselves)`,
    );
  });

  test('a release that answers already may be made live again: nothing changes, and the pointer is mended', async () => {
    const edition = await enterLive();
    scene.keeper.pointer = 'something else';
    await scene.events();
    await live(edition);
    expect(scene.keeper.pointer).toBe(edition.name);
    expect(await recorded()).toEqual([]);
  });

  test('one that was superseded comes back with the same content', async () => {
    const former = await enterLive();
    await enterLive();
    await live(former);
    expect(scene.keeper.pointer).toBe(former.name);
    expect(await stateOf(former)).toBe('live');
  });

  test('one that was superseded does not come back with another content', async () => {
    const former = await enterLive();
    const present = await enterLive();
    scene.keeper.editions.set(former.name, { ...former, fingerprint: '0'.repeat(64) });
    await expect(live(former)).rejects.toMatchObject(refused('changed'));
    await expect(live(former)).rejects.toMatchObject(refused('changed'));
    expect(scene.keeper.pointer).toBe(present.name);
    expect(await scene.record(former.name)).toMatchObject({
      state: 'superseded',
      fingerprint: former.fingerprint,
    });
  });

  test('a release whose file is lost does not answer', async () => {
    const edition = await enter();
    await approve(scene, edition);
    scene.keeper.editions.delete(edition.name);
    await expect(live(edition)).rejects.toMatchObject(refused('lost'));
    expect(await stateOf(edition)).toBe('staged');
  });
});

describe('approval', () => {
  test.each([
    [
      'neither is',
      [],
      [],
      'the release needs the approval of two people, and its policy (policy:POLICY) needs the approval of two people',
    ],
    [
      'the release alone is',
      ['bea', 'carl'],
      [],
      'its policy (policy:POLICY) needs the approval of two people',
    ],
    ['the policy alone is', [], ['bea', 'carl'], 'the release needs the approval of two people'],
    [
      'each is by one person',
      ['bea'],
      ['carl'],
      'the release needs the approval of one more person, and its policy (policy:POLICY) needs the approval of one more person',
    ],
  ])(
    'a release and its policy must both be approved by two people: %s',
    async (_, forRelease, forPolicy, missing) => {
      const edition = await enter();
      const { pointer } = scene.keeper;
      for (const name of forRelease) await say(scene, name, contentOf(edition));
      for (const name of forPolicy) await say(scene, name, policyOf(edition));
      await expect(live(edition)).rejects.toMatchObject({
        ...refused('notApproved'),
        message: missing.replaceAll('POLICY', edition.policyHash.slice(0, 12)),
      });
      expect(await stateOf(edition)).toBe('staged');
      expect(scene.keeper.pointer).toBe(pointer);
    },
  );

  test('whoever made it does not approve it, however they write their name', async () => {
    const edition = await enter();
    for (const name of ['ann', 'Ann', 'ANN', ' ann '])
      for (const content of [contentOf(edition), policyOf(edition)])
        await expect(say(scene, name, content)).rejects.toMatchObject(refused('author'));
  });

  test('nobody approves twice, however they write their name', async () => {
    const edition = await enter();
    await say(scene, 'bea', contentOf(edition));
    for (const name of ['bea', 'Bea', 'BEA\n'])
      await expect(say(scene, name, contentOf(edition))).rejects.toMatchObject(refused('twice'));
    const view = await scene.store.proposals.find(contentOf(edition));
    expect(view?.standing).toEqual({ kind: 'waiting', approvedBy: ['account:bea'], needed: 2 });
  });

  test('approvals of a content expire when it changes, and whoever looked at the former one is told', async () => {
    const edition = await enter();
    await approve(scene, edition);
    const changed = { ...edition, fingerprint: 'f'.repeat(64) };
    scene.keeper.editions.set(edition.name, changed);
    await scene.events();
    await expect(live(edition)).rejects.toMatchObject(refused('changed'));
    expect(await recorded()).toEqual([
      `the release job: release.changed ${edition.name}`,
      `the release job: proposal.changed release ${edition.name}`,
    ]);
    await expect(say(scene, 'dora', contentOf(edition))).rejects.toMatchObject(refused('changed'));
    await expect(live(edition)).rejects.toMatchObject(refused('notApproved'));
    for (const name of ['bea', 'carl']) await say(scene, name, contentOf(changed));
    await live(edition);
    expect(scene.keeper.pointer).toBe(edition.name);
  });

  test('what one person rejected is not approved by others, and does not go live', async () => {
    const edition = await enter();
    await say(scene, 'bea', contentOf(edition));
    const standing = await say(scene, 'carl', { ...contentOf(edition), reason: 'March is wrong' });
    expect(standing).toEqual({ kind: 'rejected', by: 'account:carl', reason: 'March is wrong' });
    await expect(say(scene, 'dora', contentOf(edition))).rejects.toMatchObject(refused('rejected'));
    await expect(live(edition)).rejects.toMatchObject({
      ...refused('notApproved'),
      message: expect.stringContaining(
        'the release was rejected by carl (March is wrong)',
      ) as unknown,
    });
  });

  test('a release that two approved does not go live once a third rejects it', async () => {
    const edition = await enter();
    await approve(scene, edition);
    await say(scene, 'dora', { ...policyOf(edition), reason: 'too weak' });
    await expect(live(edition)).rejects.toMatchObject(refused('notApproved'));
  });
});

describe('withdrawing', () => {
  const why = { reason: 'wrong in March' };

  test('a release that answered is withdrawn: nothing answers, and it never does again', async () => {
    const edition = await enterLive();
    await scene.events();
    await withdraw(scene, await scene.record(edition.name), { ...by('bea'), ...why });
    expect(scene.keeper.pointer).toBe('withdrawn');
    expect(await recorded()).toEqual([`bea: release.withdrawn ${edition.name} (wrong in March)`]);
    await expect(live(edition)).rejects.toMatchObject(refused('withdrawn'));
    await enterEditions(scene);
    await pointToLive(scene);
    expect(scene.keeper.pointer).toBe('withdrawn');
    expect(await stateOf(edition)).toBe('withdrawn');
  });

  test('synthetic data that were withdrawn do not approve themselves again', async () => {
    const edition = await enterLive({ synthetic: true });
    await withdraw(scene, await scene.record(edition.name), { ...by('bea'), ...why });
    await expect(live(edition)).rejects.toMatchObject(refused('withdrawn'));
    expect(scene.keeper.pointer).toBe('withdrawn');
  });

  test('one that did not answer is withdrawn, and the one that does goes on', async () => {
    const present = await enterLive();
    const staged = await enter();
    await withdraw(scene, await scene.record(staged.name), { ...by('bea'), ...why });
    expect(scene.keeper.pointer).toBe(present.name);
    await expect(live(staged)).rejects.toMatchObject(refused('withdrawn'));
  });

  test('withdrawn twice it is said so, and the pointer is mended all the same', async () => {
    const edition = await enterLive();
    const record = await scene.record(edition.name);
    await withdraw(scene, record, { ...by('bea'), ...why });
    scene.keeper.pointer = edition.name;
    await expect(withdraw(scene, record, { ...by('carl'), ...why })).rejects.toMatchObject(
      refused('withdrawn'),
    );
    expect(scene.keeper.pointer).toBe('withdrawn');
    expect((await scene.record(edition.name)).reason).toBe('wrong in March');
  });

  test('a record that was read before the release was withdrawn does not bring it back', async () => {
    const former = await enterLive();
    await enterLive();
    const stale = await scene.record(former.name);
    await withdraw(scene, stale, { ...by('bea'), ...why });
    await expect(makeLive(scene, stale, by('carl'))).rejects.toMatchObject(refused('changed'));
    expect(await stateOf(former)).toBe('withdrawn');
  });
});

describe('the pointer', () => {
  test('is mended by whoever comes next, where one died between the record and the pointer', async () => {
    const edition = await enter({ synthetic: true });
    await scene.store.change((change) =>
      change.releases.goLive(edition.name, edition.fingerprint, by('ann')),
    );
    expect(scene.keeper.pointer).not.toBe(edition.name);
    await pointToLive(scene);
    expect(scene.keeper.pointer).toBe(edition.name);
    await scene.store.change((change) => change.releases.withdraw(edition.name, by('ann')));
    await pointToLive(scene);
    expect(scene.keeper.pointer).toBe('withdrawn');
  });

  test('of one that is slow to point never brings back what was withdrawn meanwhile', async () => {
    const edition = await enterLive();
    let proceed = (): void => undefined;
    const gate = new Promise<void>((resolve) => (proceed = resolve));
    const slow = {
      ...scene.keeper,
      point: async (to: Parameters<typeof scene.keeper.point>[0]) => {
        await gate;
        await scene.keeper.point(to);
      },
    };
    const first = pointToLive({ store: scene.store, keeper: slow });
    const second = withdraw(scene, await scene.record(edition.name), {
      ...by('bea'),
      reason: 'wrong',
    });
    setTimeout(proceed, 200);
    await second;
    expect(scene.keeper.pointer).toBe('withdrawn');
    await first;
    expect(scene.keeper.pointer).toBe('withdrawn');
  });

  test('names what the record says after many went live at once', async () => {
    const editions = await Promise.all(Array.from({ length: 6 }, () => enter({ synthetic: true })));
    await Promise.all(editions.map((edition) => live(edition)));
    expect(scene.keeper.pointer).toBe((await scene.store.releases.live())?.name);
    const states = await Promise.all(editions.map(stateOf));
    expect(states.filter((state) => state === 'live')).toHaveLength(1);
  });
});

test('every step records who did it, from which account, on which release, and why', async () => {
  const former = await enterLive();
  await scene.events();
  const edition = await enter();
  await approve(scene, edition);
  await live(edition);
  await withdraw(scene, await scene.record(edition.name), {
    ...by('bea'),
    release: edition.releaseId,
    reason: 'wrong in March',
  });
  const events = await scene.events();
  const channel = {
    id: `terminal:${userInfo().username}`,
    audience: { kind: 'terminal', members: 1, guests: 0, isShared: false },
  };
  expect(
    events.map(
      ({ actor, action }) => `${actor.kind === 'person' ? actor.id : actor.name} ${action}`,
    ),
  ).toEqual([
    'account:ann release.staged',
    'account:ann proposal.made',
    'account:ann proposal.made',
    'account:bea proposal.approved',
    'account:carl proposal.approved',
    'account:bea proposal.approved',
    'account:carl proposal.approved',
    'account:dora release.superseded',
    'account:dora release.live',
    'account:bea release.withdrawn',
  ]);
  for (const event of events) expect(event, event.action).toMatchObject({ channel });
  const withRelease = events.filter(({ action }) => action !== 'proposal.approved');
  for (const event of withRelease) {
    const { releaseId } = event.action === 'release.superseded' ? former : edition;
    expect(event, event.action).toMatchObject({ release: releaseId });
  }
  expect(events.at(-1)).toMatchObject({ subject: edition.name, reason: 'wrong in March' });
});
