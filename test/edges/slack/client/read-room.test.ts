import { setTimeout } from 'node:timers/promises';
import { nothingAgainst } from '#src/access/room.ts';
import { describe, expect, test } from 'vitest';
import type { FakeChannel, FakeUser } from '#test/support/slack/start-fake-slack.ts';
import { channelOf, countCalls, faultOf, personOf, withRig, type Rig } from './rig.ts';

/** A channel of these people, and the first of them. */
function fill({ fake }: Rig, people: readonly Partial<FakeUser>[], channel: Partial<FakeChannel>) {
  const users = people.map((person) => fake.addUser(person));
  const room = fake.addChannel({ ...channel, members: users.map(({ id }) => id) });
  const [asker] = users;
  if (asker === undefined) throw new Error('nobody asks');
  return { room, asker: personOf(asker), users };
}

const plain = {
  ...nothingAgainst,
  kind: 'public',
  hasBot: true,
  hasAsker: true,
  members: 2,
};

describe('a room is told as Slack describes it', () => {
  test.each<[string, Partial<FakeChannel>, object]>([
    ['public', {}, {}],
    ['private', { kind: 'private' }, { kind: 'private' }],
    ['archived', { isArchived: true }, { isArchived: true }],
    ['frozen', { isFrozen: true }, { isFrozen: true }],
    ['shared with another organisation', { isExtShared: true }, { isShared: true }],
    ['shared, it is not said with whom', { isShared: true }, { isShared: true }],
    ['offered to another organisation', { isPendingExtShared: true }, { isShareOffered: true }],
    ['shared within the organisation', { isOrgShared: true }, { isAcrossWorkspaces: true }],
    [
      'shared within the organisation and with another',
      { isOrgShared: true, isExtShared: true },
      { isAcrossWorkspaces: true, isShared: true },
    ],
    ['without the bot', { hasBot: false }, { hasBot: false }],
  ])('%s', (_, channel, said) =>
    withRig(async (rig) => {
      const { room, asker } = fill(rig, [{}, {}], channel);
      expect(await rig.slack.readRoom(channelOf(room), asker)).toEqual({
        ...plain,
        id: room.id,
        ...said,
      });
    })(),
  );

  test.each<[string, Partial<FakeUser>, object]>([
    ['a guest', { isGuest: true }, { members: 2, guests: 1 }],
    ['a guest of one channel', { isUltraGuest: true }, { members: 2, guests: 1 }],
    ['a stranger', { isStranger: true }, { members: 2, strangers: 1 }],
    ['one of another workspace', { teamId: 'T0ELSE' }, { members: 2, strangers: 1 }],
    ['another bot', { isBot: true }, { members: 1 }],
    ["another organisation's bot", { isBot: true, teamId: 'T0ELSE' }, { members: 1, strangers: 1 }],
    ['one who has left', { deleted: true }, { members: 1 }],
  ])('with %s in it', (_, person, said) =>
    withRig(async (rig) => {
      const { room, asker } = fill(rig, [{}, person], {});
      expect(await rig.slack.readRoom(channelOf(room), asker)).toEqual({
        ...plain,
        id: room.id,
        ...said,
      });
    })(),
  );
});

test(
  'whom Slack does not know is a stranger',
  withRig(async (rig) => {
    const { room, asker } = fill(rig, [{}], {});
    room.members.push('U0NOBODY');
    expect(await rig.slack.readRoom(channelOf(room), asker)).toMatchObject({ strangers: 1 });
  }),
);

test(
  'a share offered later, or a guest who joins, is seen at the next look',
  withRig(async (rig) => {
    const { room, asker } = fill(rig, [{}], {});
    const look = () => rig.slack.readRoom(channelOf(room), asker);
    expect(await look()).toMatchObject({ isShareOffered: false, guests: 0 });
    room.isPendingExtShared = true;
    room.members.push(rig.fake.addUser({ isGuest: true }).id);
    expect(await look()).toMatchObject({ isShareOffered: true, guests: 1 });
  }),
);

test(
  'what somebody is may be five minutes old, no more',
  withRig(async (rig) => {
    const { room, asker, users } = fill(rig, [{}, {}], {});
    const guests = async () => (await rig.slack.readRoom(channelOf(room), asker))?.guests;
    expect(await guests()).toBe(0);
    for (const user of users) user.isGuest = true;
    rig.clock.ms += 299_000;
    expect(await guests()).toBe(0);
    rig.clock.ms += 1_000;
    expect(await guests()).toBe(2);
    for (const user of users) user.isGuest = false;
    rig.clock.ms -= 600_000;
    expect(await guests()).toBe(0);
  }),
);

test(
  'each look is a new one, also of two at the same moment; people are looked up once',
  withRig(async (rig) => {
    const { room, asker } = fill(rig, [{}, {}], {});
    const look = () => rig.slack.readRoom(channelOf(room), asker);
    await Promise.all([look(), look(), look()]);
    expect(countCalls(rig, 'conversations.info')).toBe(3);
    expect(countCalls(rig, 'conversations.members')).toBe(3);
    expect(countCalls(rig, 'users.info')).toBe(2);
  }),
);

test(
  'a channel that is shared while its members are looked up is told as shared',
  withRig(async (rig) => {
    const { room, asker } = fill(rig, [{}, {}], {});
    // The last call but one: whatever comes after the members must see it.
    rig.fake.fail('users.info', { kind: 'ratelimited', retryAfterS: 1 });
    const looking = rig.slack.readRoom(channelOf(room), asker);
    while (countCalls(rig, 'users.info') === 0) await setTimeout(5);
    room.isExtShared = true;
    expect(await looking).toMatchObject({ isShared: true });
  }),
);

test(
  'a channel of 2,500 is read to its end, within the rate limits of Slack',
  withRig(
    async (rig) => {
      const people = Array.from({ length: 2500 }, (_, at): Partial<FakeUser> =>
        at === 2499 ? { isGuest: true } : at === 2498 ? { isStranger: true } : {},
      );
      const { room, asker } = fill(rig, people, { kind: 'private' });
      expect(await rig.slack.readRoom(channelOf(room), asker)).toMatchObject({
        members: 2500,
        guests: 1,
        strangers: 1,
      });
      expect(countCalls(rig, 'conversations.members')).toBe(3);
      expect(countCalls(rig, 'users.list')).toBe(3);
      expect(countCalls(rig, 'users.info')).toBe(1);
      expect(countCalls(rig, 'conversations.list')).toBe(0);
    },
    { limits: 'slack', deadlineMs: 15_000 },
  ),
);

test(
  'a list of people that was broken off goes on where it was',
  withRig(
    async (rig) => {
      const { room, asker } = fill(
        rig,
        Array.from({ length: 2500 }, () => ({})),
        {},
      );
      rig.fake.fail('users.list', { kind: 'ratelimited', retryAfterS: 30 }, { after: 2 });
      const fault = await faultOf(rig.slack.readRoom(channelOf(room), asker));
      expect(fault).toMatchObject({ code: 'ratelimited', retryable: true, retryAfterMs: 30_000 });
      expect(await rig.slack.readRoom(channelOf(room), asker)).toMatchObject({ members: 2500 });
      expect(rig.fake.calls().filter(({ method }) => method === 'users.list')).toHaveLength(4);
    },
    { deadlineMs: 15_000 },
  ),
);

test(
  'a list that cannot go on where it was begins anew',
  withRig(
    async (rig) => {
      const people = Array.from({ length: 2500 }, () => ({}));
      const { room, asker } = fill(rig, people, {});
      const look = () => rig.slack.readRoom(channelOf(room), asker);
      rig.fake.fail('users.list', { kind: 'error', error: 'fatal_error' }, { after: 2, times: 3 });
      expect(await faultOf(look())).toMatchObject({ code: 'fatal_error' });
      rig.fake.fail('users.list', { kind: 'error', error: 'invalid_cursor' });
      expect(await faultOf(look())).toMatchObject({ code: 'invalid_cursor' });
      const before = countCalls(rig, 'users.list');
      expect(await look()).toMatchObject({ members: 2500 });
      expect(countCalls(rig, 'users.list') - before).toBe(3);
    },
    { deadlineMs: 15_000 },
  ),
);

test.each(['public', 'private'] as const)(
  'whether the asker is a member of a %s channel is seen at each look',
  (kind) =>
    withRig(async (rig) => {
      const { room, asker, users } = fill(rig, [{}, {}], { kind });
      const other = personOf(rig.fake.addUser());
      const look = async () => [
        (await rig.slack.readRoom(channelOf(room), asker))?.hasAsker,
        (await rig.slack.readRoom(channelOf(room), other))?.hasAsker,
      ];
      expect(await look()).toEqual([true, false]);
      room.members = [other, ...users.slice(1).map(({ id }) => id)];
      expect(await look()).toEqual([false, true]);
    })(),
);

const group = { ...nothingAgainst, kind: 'group', hasBot: false, hasAsker: false, members: 0 };

test(
  'a message to a group, for which the bot has no scope, is told as one and nothing else of it',
  withRig(async (rig) => {
    const { room, asker } = fill(rig, [{}, { isGuest: true }], { kind: 'group' });
    expect(await rig.slack.readRoom(channelOf(room), asker)).toEqual({ ...group, id: room.id });
  }),
);

test(
  'and so where Slack says only of its description that the scope is lacking',
  withRig(async (rig) => {
    const { room, asker } = fill(rig, [{}, { isGuest: true }], { kind: 'group' });
    rig.fake.scopes.add('mpim:read');
    rig.fake.fail('users.info', { kind: 'ratelimited', retryAfterS: 1 });
    const looking = rig.slack.readRoom(channelOf(room), asker);
    while (countCalls(rig, 'users.info') === 0) await setTimeout(5);
    rig.fake.scopes.delete('mpim:read');
    expect(await looking).toEqual({ ...group, id: room.id });
  }),
);

describe('undefined', () => {
  test.each<[string, Partial<FakeChannel>]>([
    ['a private channel without the bot', { kind: 'private', hasBot: false }],
    ['a message to a group without the bot', { kind: 'group', hasBot: false }],
    ['a direct message of others', { kind: 'direct', hasBot: false }],
  ])('of %s', (_, channel) =>
    withRig(async (rig) => {
      const { room, asker } = fill(rig, [{}, {}], channel);
      expect(await rig.slack.readRoom(channelOf(room), asker)).toBeUndefined();
    })(),
  );

  test(
    'of a channel that there is not',
    withRig(async (rig) => {
      const asker = personOf(rig.fake.addUser());
      expect(await rig.slack.readRoom(channelOf({ id: 'C0NOWHERE' }), asker)).toBeUndefined();
    }),
  );

  test(
    "of the bot's direct message with somebody else, and of whom Slack does not know",
    withRig(async (rig) => {
      const [asker, other] = [rig.fake.addUser(), rig.fake.addUser()];
      const theirs = rig.fake.addChannel({ kind: 'direct', members: [other.id] });
      expect(await rig.slack.readRoom(channelOf(theirs), personOf(asker))).toBeUndefined();
      const nobody = personOf({ id: 'U0NOBODY' });
      expect(await rig.slack.readRoom(channelOf(theirs), nobody)).toBeUndefined();
    }),
  );
});

test(
  "the bot's direct message with the asker is a room of one, without the scope im:read",
  withRig(async (rig) => {
    const asker = rig.fake.addUser({ isGuest: true });
    const direct = rig.fake.addChannel({ kind: 'direct', members: [asker.id] });
    expect(await rig.slack.readRoom(channelOf(direct), personOf(asker))).toEqual({
      ...plain,
      id: direct.id,
      kind: 'direct',
      members: 1,
      guests: 1,
    });
    expect(rig.fake.scopesUsed().has('im:read')).toBe(false);
  }),
);

test(
  'a direct message is not shown to another who looks at the same moment',
  withRig(async (rig) => {
    const [owner, other] = [rig.fake.addUser(), rig.fake.addUser()];
    const direct = rig.fake.addChannel({ kind: 'direct', members: [owner.id] });
    const [own, foreign] = await Promise.all(
      [owner, other].map((user) => rig.slack.readRoom(channelOf(direct), personOf(user))),
    );
    expect(own).toMatchObject({ kind: 'direct' });
    expect(foreign).toBeUndefined();
  }),
);

test(
  'with a stranger a direct message is shared',
  withRig(async (rig) => {
    const asker = rig.fake.addUser({ isStranger: true });
    const direct = rig.fake.addChannel({ kind: 'direct', members: [asker.id] });
    expect(await rig.slack.readRoom(channelOf(direct), personOf(asker))).toMatchObject({
      isShared: true,
      strangers: 1,
    });
  }),
);

test(
  'a scope that the bot should have and lacks is a fault that names it',
  withRig(async (rig) => {
    const { room, asker } = fill(rig, [{}], { kind: 'private' });
    rig.fake.scopes.delete('groups:read');
    const fault = await faultOf(rig.slack.readRoom(channelOf(room), asker));
    expect(fault).toMatchObject({
      code: 'missing_scope',
      retryable: false,
      message:
        'conversations.members: the bot lacks a scope (groups:read): add it and install the app again',
    });
  }),
);
