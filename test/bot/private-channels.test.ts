import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FakeChannel, FakeEphemeral } from '#test/support/slack/start-fake-slack.ts';
import { tiers } from './access-scene.ts';
import { after, only, rest } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { readAudit } from './read-audit.ts';
import { wordsOf } from './read-message.ts';
import { seat, type Seat } from './seat.ts';
import { waitFor } from './wait-for.ts';

let scene: Scene;
let aheadMs = 0;
beforeAll(async () => {
  scene = await openScene({ parts: { clock: () => new Date(Date.now() + aheadMs) } });
  for (const [name, { tier }] of Object.entries(tiers)) scene.access.tiers[name] = tier;
});
afterAll(() => scene.close());
afterEach(() => {
  aheadMs = 0;
  for (const id of Object.keys(scene.access.channels)) delete scene.access.channels[id];
  expect(scene.reports).toEqual([]);
});

const text = 'region:Alderton show:table';
const outside = 'Only members of a channel can ask in it. Join the channel, then ask again.';

const refusalOf = async (at: Seat, question = text): Promise<FakeEphemeral> => {
  const came = await after(scene, () => scene.fake.command({ ...at, text: question }), { told: 1 });
  expect(came.messages).toEqual([]);
  return only(came.told);
};
const channelsIn = (shown: Parameters<typeof wordsOf>[0]): readonly string[] =>
  wordsOf(shown).filter((word) => /^[CG]0FAKE/u.test(word));

/** The channels that a refusal names to somebody, in a new channel whose tier allows too little. */
const namedTo = async (user: string, seating: Parameters<typeof seat>[1] = {}) => {
  const { channel } = seat(scene, { tier: 'wide', members: [user], ...seating });
  const refusal = await refusalOf({ user, channel });
  delete scene.access.channels[channel];
  return channelsIn(refusal);
};

/** The channels that the bot's page names to somebody who opens it. */
const namedAtHome = async (user: string): Promise<readonly string[]> => {
  const shows = () => scene.fake.calls().filter(({ method }) => method === 'views.publish').length;
  const before = shows();
  await scene.fake.event({ type: 'app_home_opened', user, channel: 'D0FAKE', tab: 'home' });
  await waitFor(() => shows() > before || undefined);
  const home = scene.fake.views().find((view) => view.user === user && view.type === 'home');
  // What is written may name a channel in the middle of a text.
  return [...new Set(JSON.stringify(home?.view).match(/[CG]0FAKE[A-Z\d]+/gu))];
};

const person = (user: Parameters<Scene['fake']['addUser']>[0] = {}): string =>
  scene.fake.addUser(user).id;
/** A channel besides, of a tier that allows the question. */
const open = (more: Parameters<typeof seat>[1] = {}): string =>
  seat(scene, { kind: 'private', ...more }).channel;

describe.each([
  ['a refusal', namedTo],
  ["the bot's page", namedAtHome],
] as const)('%s', (_, named) => {
  test('names a private channel to its members and to nobody else, whoever was told before', async () => {
    const [member, other, late] = [person(), person(), person()];
    const channel = open({ members: [member] });
    expect(await named(other)).toEqual([]);
    expect(await named(member)).toEqual([channel]);
    expect(await named(late)).toEqual([]);
    expect(await named(other)).toEqual([]);
    expect(await named(member)).toEqual([channel]);
  });

  test('names a public channel to everybody, and a private one beside it to its members', async () => {
    const [member, other] = [person(), person()];
    const hidden = open({ members: [member] });
    const wanted = open({ kind: 'public' });
    expect(await named(other)).toEqual([wanted]);
    expect(await named(member)).toEqual([hidden, wanted]);
  });

  test('names to a guest the channels that they are in, where the tier is for guests', async () => {
    const guest = person({ isGuest: true });
    const members = [guest, person()];
    const inside = { tier: 'guests', members };
    const [hidden, seen] = [open(inside), open({ ...inside, kind: 'public' })];
    open({ tier: 'guests' });
    const elsewhere = open({ tier: 'guests', kind: 'public' });
    open({ members });
    open({ members, kind: 'public' });
    expect(await named(person())).toEqual([seen, elsewhere]);
    expect(await named(guest)).toEqual([hidden, seen]);
    expect(await named(person())).toEqual([seen, elsewhere]);
  });

  test('names to a guest their channel also after many that are not for guests', async () => {
    const guest = person({ isGuest: true });
    for (let many = 0; many < 8; many += 1) open({ kind: 'public' });
    const last = open({ tier: 'guests', members: [guest] });
    expect(await named(guest)).toEqual([last]);
  });

  test('names no private channel that would not answer its members either', async () => {
    const member = person();
    const members = [member];
    open({ members, isArchived: true });
    open({ members, isShared: true, isExtShared: true });
    open({ members, hasBot: false });
    open({ members: [member, person({ isGuest: true })] });
    expect(await named(member)).toEqual([]);
  });

  test('has forgotten after five minutes who was in it', async () => {
    const [member, other] = [person(), person()];
    const { fake } = scene;
    const channel = fake.addChannel({ kind: 'private', members: [member] });
    scene.access.channels[channel.id] = 'narrow';
    expect([await named(member), await named(other)]).toEqual([[channel.id], []]);
    channel.members = [other];
    aheadMs += 300_000;
    expect([await named(member), await named(other)]).toEqual([[], [channel.id]]);
  });
});

test('of a private channel no more is read for somebody within five minutes, and of a public one for anybody', async () => {
  const [member, other] = [person(), person()];
  open({ members: [member] });
  open({ kind: 'public' });
  const reads = () =>
    scene.fake.calls().filter(({ method }) => method === 'conversations.info').length;
  const read = async (user: string) => {
    const before = reads();
    await namedAtHome(user);
    return reads() - before;
  };
  expect([await read(member), await read(member), await read(other), await read(other)]).toEqual([
    2, 0, 1, 0,
  ]);
});

describe('a form that was opened in a channel', () => {
  /** Somebody opens a form in a channel, something changes, and they send it. */
  async function sendAfter(
    kind: FakeChannel['kind'],
    change: (channel: FakeChannel) => void,
    question = text,
  ) {
    const { fake } = scene;
    const user = person();
    const channel = fake.addChannel({ kind, members: [user, person()] });
    scene.access.channels[channel.id] = 'narrow';
    const { messages } = await after(
      scene,
      () => fake.command({ user, channel: channel.id, text: 'status' }),
      { messages: 1 },
    );
    const message = only(messages);
    await after(scene, () => fake.press({ user, message, actionId: 'mobility:change' }));
    const view = () => only(fake.views().filter((each) => each.user === user));
    change(channel);
    const values = { 'mobility:question': question };
    const came = await after(scene, () => fake.submit({ user, view: view(), values }));
    await rest(scene);
    return { channel, view: view(), came };
  }
  const leave = (channel: FakeChannel): void => void channel.members.shift();

  test('posts nothing once who opened it has left a private channel, and says so in the form', async () => {
    const before = (await readAudit(scene, 'answer.refused')).length;
    const { channel, view, came } = await sendAfter('private', leave);
    expect(came).toEqual({ messages: [], told: [] });
    expect(view).toMatchObject({ isOpen: true, errors: { question: outside } });
    expect((await readAudit(scene, 'answer.refused')).slice(before)).toMatchObject([
      { decision: 'notPermitted', reason: 'notInRoom', channel: { id: channel.id } },
    ]);
  });

  test('says the same to who has left, whatever has become of the channel and whatever they ask', async () => {
    const changes: readonly ((channel: FakeChannel) => unknown)[] = [
      (channel) => Object.assign(channel, { isArchived: true }),
      (channel) => Object.assign(channel, { isShared: true, isExtShared: true }),
      (channel) => channel.members.push(person({ isGuest: true })),
      (channel) => channel.members.push(person({ isStranger: true })),
      ({ id }) => delete scene.access.channels[id],
      ({ id }) => (scene.access.channels[id] = 'few'),
    ];
    for (const change of changes) {
      const leaveAndChange = (channel: FakeChannel) => {
        leave(channel);
        change(channel);
      };
      for (const question of [text, 'region:Zzyzx']) {
        const { view, came } = await sendAfter('private', leaveAndChange, question);
        expect(came.messages).toEqual([]);
        expect(view.errors).toEqual({ question: outside });
      }
    }
  });

  test.each<[string, FakeChannel['kind'], (channel: FakeChannel) => void]>([
    ['who stays in a private channel', 'private', () => undefined],
    ['who has left a public channel', 'public', leave],
  ])('answers %s', async (_, kind, change) => {
    const { channel, view } = await sendAfter(kind, change);
    expect(view.isOpen).toBe(false);
    const asked = await waitFor(() => scene.fake.messages(channel.id)[1]);
    expect(asked.text).not.toBe('');
  });
});

test('a message to a group is refused in its own words', async () => {
  const at = seat(scene, { kind: 'group', tier: undefined });
  const refusal = await refusalOf(at);
  expect(refusal.text).toContain('Questions are not answered in messages to a group.');
  expect(refusal.text).toContain('Ask in a channel that is set up for questions.');
});
