import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { channelId } from '#src/access/room.ts';
import type { FakeEphemeral } from '#test/support/slack/start-fake-slack.ts';
import type { TripsOf } from '#test/support/tiny-release/trips.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';
import { tiers } from './access-scene.ts';
import { after, only } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { buttonsOf, labelsOf, wordsOf } from './read-message.ts';
import { giveRole, seat, type Seat } from './seat.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  for (const [name, { tier }] of Object.entries(tiers)) scene.access.tiers[name] = tier;
});
afterAll(() => scene.close());
afterEach(() => {
  for (const id of Object.keys(scene.access.channels)) delete scene.access.channels[id];
  scene.answering = scene.edges;
  expect(scene.reports).toEqual([]);
});

const refusalOf = async (at: Seat, text: string): Promise<FakeEphemeral> => {
  const came = await after(scene, () => scene.fake.command({ ...at, text }), { told: 1 });
  expect(came.messages).toEqual([]);
  return only(came.told);
};
/** All that Slack was sent of a refusal. */
const bytesOf = ({ text, blocks }: FakeEphemeral): string => JSON.stringify({ text, blocks });

describe('a refusal is the same, byte for byte, whatever the data hold', () => {
  const few: TripsOf = ({ destination }) => (destination === 'ARD-N2' ? 3 : 400);
  const none: TripsOf = ({ destination }) => (destination === 'ARD-N2' ? 0 : 400);
  const late = { firstWeek: '2021-01-04', weeks: 40 } as const;
  const releases = [{}, { tripsOf: few }, { tripsOf: none }, { ...late, tripsOf: none }];
  let tinies: Awaited<ReturnType<typeof makeTinyEdges>>[];
  beforeAll(async () => {
    tinies = await Promise.all(releases.map((options) => makeTinyEdges(options)));
  });
  afterAll(async () => {
    await Promise.all(tinies.map(({ close }) => close()));
  });

  test.each<[keyof typeof tiers | undefined, string]>([
    ['wide', 'region:Birchwick'],
    ['wide', 'flows destination:Birchwick by:district'],
    ['wide', 'method region:Birchwick'],
    ['few', 'region:Birchwick by:mode'],
    ['together', 'region:Birchwick mode:rail'],
    ['together', 'region:Birchwick by:mode'],
    [undefined, 'region:Birchwick'],
    [undefined, 'region:Birchwick since:2030-01-01'],
  ])('in a channel that is %s: %s', async (tier, text) => {
    const at = seat(scene, { tier });
    giveRole(scene, 'analyst', { users: [at.user], alone: 'narrow' });
    const said: string[] = [];
    for (const { edges } of tinies) {
      scene.answering = edges;
      said.push(bytesOf(await refusalOf(at, text)));
    }
    expect(said).toHaveLength(releases.length);
    expect(new Set(said).size).toBe(1);
  });

  test('and so for a place with data and one without', async () => {
    const at = seat(scene, { tier: 'wide' });
    for (const { edges } of tinies) {
      scene.answering = edges;
      const [one, other] = [
        await refusalOf(at, 'region:Alderton'),
        await refusalOf(at, 'region:Birchwick'),
      ];
      expect(bytesOf(one)).toBe(bytesOf(other));
    }
  });

  test('where nothing is answered to somebody, it does not even matter what they typed', async () => {
    const at = seat(scene, { tier: undefined });
    seat(scene);
    const stranger = scene.fake.addUser({ isStranger: true }).id;
    const said = [];
    for (const text of ['region:Alderton', 'region:Zzyzx', '', 'status', 'x'.repeat(900)])
      said.push(bytesOf(await refusalOf({ user: stranger, channel: at.channel }, text)));
    expect(new Set(said).size).toBe(1);
  });
});

describe('a refusal names where else the question may be asked', () => {
  const text = 'region:Alderton show:table';
  /** A channel besides, of the tier that allows the question. */
  const open = (more: Parameters<typeof seat>[1] = {}) => seat(scene, more).channel;
  const named = (refusal: FakeEphemeral) =>
    wordsOf(refusal).filter((word) => word.startsWith('C0'));

  test('as long as the asker may know of it, and it would be answered there now', async () => {
    const guest = scene.fake.addUser({ isGuest: true }).id;
    const stranger = scene.fake.addUser({ isStranger: true }).id;
    const wanted = open();
    open({ kind: 'private' });
    open({ isShared: true, isExtShared: true });
    open({ members: [stranger] });
    const at = seat(scene, { tier: 'wide' });
    expect(named(await refusalOf(at, text))).toEqual([wanted]);
    for (const id of Object.keys(scene.access.channels)) delete scene.access.channels[id];
    scene.access.channels[channelId.parse(at.channel)] = 'wide';
    open({ isArchived: true });
    open({ hasBot: false });
    open({ members: [guest] });
    open({ tier: 'few' });
    const last = open({ tier: 'guests', members: [guest] });
    expect(named(await refusalOf(at, text))).toEqual([last]);
  });

  test('and no channel to a guest, who can see but their own', async () => {
    open({ tier: 'guests' });
    const guest = scene.fake.addUser({ isGuest: true });
    const { channel } = seat(scene, { tier: 'few', members: [guest.id] });
    scene.access.channels[channelId.parse(channel)] = 'guests';
    expect(named(await refusalOf({ user: guest.id, channel }, 'region:Zzyzx'))).toEqual([]);
    scene.access.tiers['some'] = { ...tiers.few.tier, guests: 'allow' };
    scene.access.channels[channelId.parse(channel)] = 'some';
    expect(named(await refusalOf({ user: guest.id, channel }, text))).toEqual([]);
  });

  test('nor where it is nowhere allowed', async () => {
    const at = seat(scene, { tier: 'wide' });
    open({ tier: 'few' });
    expect(named(await refusalOf(at, text))).toEqual([]);
  });
});

test.each<[keyof typeof tiers, string, string]>([
  ['wide', 'region:Alderton since:lift-date', 'region:"North Arden" since:lift-date'],
  ['wide', 'compare region:Alderton,Cedarham', 'region:all'],
  ['limited', 'region:Arden', 'region:"North Arden"'],
  ['together', 'region:Alderton mode:rail', 'region:Alderton'],
  ['together', 'method region:Alderton by:mode', 'method region:Alderton'],
])('in a %s channel, instead of %s one press asks %s', async (tier, text, nearest) => {
  const at = seat(scene, { tier });
  const refusal = await refusalOf(at, text);
  expect(labelsOf(refusal)).toEqual([`Ask: ${nearest}`]);
  const { messages, told } = await after(
    scene,
    () => scene.fake.press({ user: at.user, message: refusal, actionId: 'mobility:nearest' }),
    { messages: 1 },
  );
  expect(told).toEqual([]);
  const { content } = (await scene.store.messages.postedAt(at.channel, only(messages).ts)) ?? {};
  expect(content).toMatchObject({ question: nearest });
});

test.each<[keyof typeof tiers, string]>([
  ['wide', 'region:Alderton since:never'],
  ['wide', 'region:Zzyzx'],
  ['wide', 'regin:Alderton'],
  ['limited', 'regin:Cedarham'],
  ['limited', 'region:Cedarham since:2030-01-01'],
  ['together', 'region:Alderton mode:tram'],
  ['few', 'region:Zzyzx'],
])('in a %s channel, what is suggested instead of %j may be asked there', async (tier, text) => {
  const at = seat(scene, { tier });
  const refusal = await refusalOf(at, text);
  const buttons = buttonsOf(refusal);
  expect(buttons.length).toBe(refusal.text.includes('Try: ') ? 1 : 0);
  expect(buttons.length).toBe(tier === 'few' ? 0 : 1);
  for (const { action } of buttons) {
    const { messages, told } = await after(
      scene,
      () => scene.fake.press({ user: at.user, message: refusal, actionId: `mobility:${action}` }),
      { messages: 1 },
    );
    expect(told).toEqual([]);
    expect(only(messages).channel).toBe(at.channel);
  }
});
