import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { channelId } from '#src/access/room.ts';
import type { FakeChannel, FakeUser } from '#test/support/slack/start-fake-slack.ts';
import { tiers } from './access-scene.ts';
import { after, only, rest } from './after.ts';
import { makeGate, type Gate } from './gate.ts';
import { openScene, type Scene } from './open-scene.ts';
import { readAudit } from './read-audit.ts';
import { directWords, wordsOf } from './read-message.ts';
import { giveRole } from './seat.ts';
import { waitFor } from './wait-for.ts';

const drawn = 'region:Alderton since:lift-date';

let scene: Scene;
let gate: Gate;
let aheadMs = 0;
beforeAll(async () => {
  scene = await openScene({
    slack: { fileReadyAfterMs: 400 },
    client: { clock: () => new Date(Date.now() + aheadMs) },
  });
  for (const [name, { tier }] of Object.entries(tiers)) scene.access.tiers[name] = tier;
  gate = makeGate(scene.edges);
  scene.answering = gate.edges;
});
afterAll(() => scene.close());
afterEach(() => {
  expect(scene.reports).toEqual([]);
  expect(scene.fake.orphans()).toEqual([]);
});

/** What a change is made to. */
type Asked = { readonly channel: FakeChannel; readonly asker: FakeUser };

type Change = {
  readonly name: string;
  readonly make: (asked: Asked) => unknown;
  /** What the asker is told; undefined: the answer is posted all the same. */
  readonly tells: RegExp | undefined;
};

const join = ({ channel }: Asked, user: Partial<FakeUser>): void => {
  channel.members.push(scene.fake.addUser(user).id);
};
const setTier = ({ channel }: Asked, tier: keyof typeof tiers): void => {
  scene.access.channels[channelId.parse(channel.id)] = tier;
};
/** What Slack says of people is kept for some minutes. */
const later = (): void => {
  aheadMs += 600_000;
};

const changes: readonly Change[] = [
  {
    name: 'is shared with another organisation',
    make: ({ channel }) => Object.assign(channel, { isShared: true, isExtShared: true }),
    tells: /People of another organisation can read what is posted there/u,
  },
  {
    name: 'is offered to another organisation',
    make: ({ channel }) => Object.assign(channel, { isPendingExtShared: true }),
    tells: /cannot be sure that only people of your organisation/u,
  },
  {
    name: 'is shared with other workspaces',
    make: ({ channel }) => Object.assign(channel, { isShared: true, isOrgShared: true }),
    tells: /People of other workspaces can read that channel/u,
  },
  {
    name: 'is archived',
    make: ({ channel }) => Object.assign(channel, { isArchived: true }),
    tells: /That channel is archived/u,
  },
  {
    name: 'is frozen',
    make: ({ channel }) => Object.assign(channel, { isFrozen: true }),
    tells: /Nobody can post in that channel/u,
  },
  {
    name: 'loses the bot',
    make: ({ channel }) => Object.assign(channel, { hasBot: false }),
    tells: /The bot is not a member of that channel/u,
  },
  {
    name: 'gets a guest',
    make: (asked) => join(asked, { isGuest: true }),
    tells: /Somebody with a guest account is a member of that channel/u,
  },
  {
    name: 'gets somebody from elsewhere',
    make: (asked) => join(asked, { isStranger: true }),
    tells: /Somebody from another organisation is a member there/u,
  },
  {
    name: 'has a member who is made a guest',
    make: ({ channel }) => {
      const [member] = channel.members.slice(-1);
      Object.assign(byId(member), { isGuest: true });
      later();
    },
    tells: /Somebody with a guest account/u,
  },
  {
    name: 'is taken from the configuration',
    make: ({ channel }) => {
      delete scene.access.channels[channel.id];
    },
    tells:
      /That channel is not set up for questions\. ?\n?Ask in a channel that is, or ask a data owner to set that one up\./u,
  },
  {
    name: 'is given larger places only',
    make: (asked) => setTier(asked, 'wide'),
    tells:
      /Places of this size cannot be asked about there\.\nThere you can ask about regions and larger places\./u,
  },
  {
    name: 'is given fewer commands',
    make: (asked) => setTier(asked, 'few'),
    tells: /You cannot ask for trips over time there\./u,
  },
  {
    name: 'is given more guests, by a tier that lets them',
    make: (asked) => {
      setTier(asked, 'guests');
      join(asked, { isGuest: true });
    },
    tells: undefined,
  },
  { name: 'gets a member', make: (asked) => join(asked, {}), tells: undefined },
  {
    name: 'is named otherwise',
    make: ({ channel }) => Object.assign(channel, { name: 'another-name' }),
    tells: undefined,
  },
  {
    name: 'has its asker made a guest',
    make: ({ asker }) => {
      Object.assign(asker, { isGuest: true });
      later();
    },
    tells: /Questions from guest accounts are not answered there\./u,
  },
  {
    name: 'has its asker leave the organisation',
    make: ({ asker }) => {
      Object.assign(asker, { isStranger: true });
      later();
    },
    tells: /Questions are answered only for people of the organisation/u,
  },
];

const people = new Map<string, FakeUser>();
const byId = (id: string | undefined): FakeUser => {
  const found = people.get(id ?? '');
  if (found === undefined) throw new Error('nobody of that name');
  return found;
};

/** Has somebody ask in a channel, and changes something while their answer is made. `direct`: where the bot tells them something. */
async function changeBetween(
  given: Partial<FakeChannel>,
  { before = () => undefined, change }: { before?: (asked: Asked) => void; change: Change['make'] },
) {
  const { fake } = scene;
  const [asker, member] = [fake.addUser(), fake.addUser()];
  people.set(member.id, member);
  const direct = fake.addChannel({ kind: 'direct', members: [asker.id] });
  const channel =
    given.kind === 'direct'
      ? direct
      : fake.addChannel({ members: [asker.id, member.id], ...given });
  if (channel !== direct) setTier({ channel, asker }, 'narrow');
  before({ channel, asker });
  const entries = (await readAudit(scene)).length;
  const messages = fake.messages().length;
  gate.shut();
  const at = { user: asker.id, channel: channel.id };
  const { complaints } = await fake.command({ ...at, text: drawn });
  expect(complaints).toEqual([]);
  await waitFor(() => gate.waiting() > 0 || undefined);
  change({ channel, asker });
  gate.open();
  await waitFor(() => fake.messages().length > messages || undefined);
  await rest(scene);
  expect(fake.ephemerals(asker.id)).toEqual([]);
  return {
    channel,
    direct,
    message: only(fake.messages().slice(messages)),
    entries: (await readAudit(scene)).slice(entries),
  };
}

describe.each(['public', 'private'] as const)(
  'while an answer for a %s channel is made',
  (kind) => {
    test.each(changes)('the channel $name', async ({ make, tells }) => {
      const { channel, direct, message, entries } = await changeBetween({ kind }, { change: make });
      const actions = entries.map(({ action }) => action);
      if (tells === undefined) {
        expect(message.channel).toBe(channel.id);
        expect(actions).toContain('answer.given');
        return;
      }
      expect(message.channel).toBe(direct.id);
      expect(message.text).toContain('The answer to your question was not posted.');
      expect(message.text).toMatch(tells);
      expect(wordsOf(message).join(' ')).not.toMatch(/\bhere\b|\bthis channel\b/iu);
      expect(scene.fake.messages(channel.id)).toEqual([]);
      expect(actions).not.toContain('answer.given');
      expect(entries).toContainEqual(
        expect.objectContaining({ action: 'message.refused', reason: 'not_permitted' }),
      );
      expect(actions).toContain('message.fileDeleted');
    });
  },
);

test.each<[FakeChannel['kind'], RegExp | undefined]>([
  ['public', undefined],
  ['private', /not posted\. Only members of a channel can ask in it\.\nJoin the channel/u],
])('the asker leaves a %s channel while their answer is made', async (kind, tells) => {
  const { channel, direct, message, entries } = await changeBetween(
    { kind },
    {
      change: ({ channel: left, asker }) => {
        left.members = left.members.filter((id) => id !== asker.id);
      },
    },
  );
  expect(message.channel).toBe(tells === undefined ? channel.id : direct.id);
  if (tells === undefined) return;
  expect(message.text).toMatch(tells);
  expect(scene.fake.messages(channel.id)).toEqual([]);
  expect(entries).toContainEqual(
    expect.objectContaining({ action: 'answer.refused', reason: 'notInRoom' }),
  );
});

describe('while an answer for a direct message is made', () => {
  test.each<[string, Change['make'], RegExp | undefined]>([
    ['nothing changes', () => undefined, undefined],
    [
      'the asker loses the role',
      () => giveRole(scene, 'analyst', { users: [], alone: 'narrow' }),
      /You cannot get answers in direct messages/u,
    ],
    [
      'the role is given larger places only',
      ({ asker }) => giveRole(scene, 'analyst', { users: [asker.id], alone: 'wide' }),
      /There you can ask about regions and larger places/u,
    ],
    [
      'the asker is made a guest',
      ({ asker }) => {
        Object.assign(asker, { isGuest: true });
        later();
      },
      /Questions from guest accounts/u,
    ],
  ])('%s', async (_, change, tells) => {
    const { message } = await changeBetween(
      { kind: 'direct' },
      {
        before: ({ asker }) => giveRole(scene, 'analyst', { users: [asker.id], alone: 'narrow' }),
        change,
      },
    );
    const file = JSON.stringify(message.blocks).includes('slack_file');
    expect(file).toBe(tells === undefined);
    if (tells !== undefined) expect(message.text).toMatch(tells);
  });
});

test('a channel that becomes shared between the question and the answer: step by step', async () => {
  const { fake } = scene;
  const asker = fake.addUser();
  const colleague = fake.addUser();
  const direct = fake.addChannel({ kind: 'direct', members: [asker.id] });
  const channel = fake.addChannel({ kind: 'private', members: [asker.id, colleague.id] });
  scene.access.channels[channelId.parse(channel.id)] = 'narrow';
  const before = (await readAudit(scene)).length;
  const files = fake.files().length;
  const recorded = async () => (await readAudit(scene)).slice(before).map(({ action }) => action);

  // It is asked where it may be, and is taken.
  const { complaints } = await fake.command({ user: asker.id, channel: channel.id, text: drawn });
  expect(complaints).toEqual([]);
  // Its picture is in Slack, private to the bot; Slack still looks at it, and nothing is posted.
  const picture = await waitFor(() =>
    fake.files().find(({ complete }, at) => complete && at >= files),
  );
  expect(picture).toMatchObject({ ready: false, usedIn: [] });
  expect(fake.messages(channel.id)).toEqual([]);
  expect(await recorded()).toEqual([
    'delivery.accepted',
    'message.queued',
    'message.claimed',
    'message.uploading',
  ]);

  // Somebody connects the channel with another organisation.
  channel.members.push(fake.addUser({ isStranger: true }).id);
  Object.assign(channel, { isShared: true, isExtShared: true });

  // Nothing is posted there, and the picture is gone.
  const told = await waitFor(() => fake.messages(direct.id)[0]);
  await rest(scene);
  expect(fake.messages(channel.id)).toEqual([]);
  expect(fake.files().some(({ id }) => id === picture.id)).toBe(false);
  // The asker is told, alone, and nobody else.
  expect(directWords(told)).toBe(
    'The answer to your question was not posted. People of another organisation can read what is posted there, so questions are not answered there. Ask in a channel that only people of your organisation can read.',
  );
  expect(fake.ephemerals(asker.id)).toEqual([]);
  // All of it is recorded; an answer was not given.
  expect(await recorded()).toEqual([
    'delivery.accepted',
    'message.queued',
    'message.claimed',
    'message.uploading',
    'answer.refused',
    'message.fileDeleted',
    'message.refused',
    'message.queued',
    'message.claimed',
    'message.posting',
    'message.posted',
  ]);

  // Asked again, it is refused at once.
  const again = await after(
    scene,
    () => fake.command({ user: asker.id, channel: channel.id, text: drawn }),
    { told: 1 },
  );
  expect(again.messages).toEqual([]);
  expect(only(again.told).text).toContain('People of another organisation can read');
});
