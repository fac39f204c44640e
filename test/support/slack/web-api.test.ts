import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeQuietClient } from './quiet-client.ts';
import { slackErrorOf } from './slack-error-of.ts';
import { startFakeSlack, type FakeChannel, type FakeSlack } from './start-fake-slack.ts';

let fake: FakeSlack;
beforeEach(async () => {
  fake = await startFakeSlack({ limits: 'none' });
});
afterEach(() => fake.close());

const call = (method: string, args: Record<string, unknown> = {}, token?: string) =>
  makeQuietClient(fake, token === undefined ? {} : { token }).apiCall(method, args);

describe('a call', () => {
  it.each([
    ['without a token', 'auth.test', '', 'not_authed'],
    ['with a wrong token', 'auth.test', 'xoxb-other', 'invalid_auth'],
    ['of a method unknown', 'chat.meMessage', undefined, 'unknown_method'],
    ['of an app method by the bot', 'apps.connections.open', undefined, 'not_allowed_token_type'],
  ])('%s is refused', async (_, method, token, error) => {
    expect((await slackErrorOf(call(method, {}, token))).error).toBe(error);
  });

  it('of a bot method by the app token is refused', async () => {
    const failed = await slackErrorOf(call('users.list', {}, fake.appToken));
    expect(failed.error).toBe('not_allowed_token_type');
  });

  it('is answered with the scopes granted', async () => {
    const { response_metadata: said } = await call('auth.test');
    expect(said?.scopes).toEqual([...fake.scopes]);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['an argument unknown', 'chat.postMessage', { channel: 'C1', text: 'x', as_user: true }],
    ['an argument missing', 'users.info', {}],
    ['an argument of another type', 'conversations.members', { channel: 'C1', limit: 'many' }],
  ])('with %s is refused with where', async (_, method, args) => {
    const failed = await slackErrorOf(call(method, args));
    expect(failed.error).toBe('invalid_arguments');
    expect(failed.messages[0]).toMatch(/^\[ERROR\] .+\[json-pointer:.*\]$/u);
  });

  it('may name the workspace, but no other', async () => {
    expect((await call('users.list', { team_id: fake.teamId })).ok).toBe(true);
    const failed = await slackErrorOf(call('users.list', { team_id: 'T1' }));
    expect(failed.error).toBe('team_not_found');
  });

  it('may come as JSON', async () => {
    const channel = fake.addChannel();
    const response = await fetch(`${fake.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        authorization: `Bearer ${fake.botToken}`,
      },
      body: JSON.stringify({ channel: channel.id, text: 'x', blocks: [{ type: 'divider' }] }),
    });
    expect(await response.json()).toMatchObject({ ok: true });
    expect(fake.messages()[0]?.blocks).toEqual([{ type: 'divider' }]);
  });

  it('is written down, good or not', async () => {
    await call('auth.test');
    await slackErrorOf(call('users.info', { user: 'U1' }));
    expect(fake.calls()).toMatchObject([
      { method: 'auth.test', ok: true },
      { method: 'users.info', ok: false, error: 'user_not_found' },
    ]);
  });
});

describe('a scope', () => {
  const kinds = {
    public: 'channels:read',
    private: 'groups:read',
    direct: 'im:read',
    group: 'mpim:read',
  } as const;
  const ask: Record<
    string,
    (channel: FakeChannel, user: string) => [string, Record<string, unknown>]
  > = {
    'chat:write': ({ id }) => ['chat.postMessage', { channel: id, text: 'x' }],
    'files:write': () => ['files.getUploadURLExternal', { filename: 'a.png', length: 3 }],
    'files:read': () => ['files.info', { file: 'F1' }],
    'users:read': (_, user) => ['users.info', { user }],
    'usergroups:read': () => ['usergroups.list', {}],
    'im:write': (_, user) => ['conversations.open', { users: user }],
    'team:read': () => ['team.info', {}],
  };

  it.each(Object.keys(ask))('%s is needed, and seen to be used', async (scope) => {
    const [method, args] = ask[scope]?.(fake.addChannel(), fake.addUser().id) ?? ['', {}];
    fake.scopes.delete(scope);
    expect(await slackErrorOf(call(method, args))).toMatchObject({
      error: 'missing_scope',
      needed: scope,
    });
    expect([...fake.scopesUsed()]).toEqual([]);
    fake.scopes.add(scope);
    await call(method, args).catch(() => undefined);
    expect([...fake.scopesUsed()]).toEqual([scope]);
  });

  it.each(Object.entries(kinds))('to read about a %s channel is %s', async (kind, scope) => {
    const channel = fake.addChannel({
      kind: kind === 'public' || kind === 'private' || kind === 'direct' ? kind : 'group',
    });
    fake.scopes.delete(scope);
    for (const method of ['conversations.info', 'conversations.members'])
      expect(await slackErrorOf(call(method, { channel: channel.id }))).toMatchObject({
        needed: scope,
      });
    fake.scopes.add(scope);
    expect((await call('conversations.info', { channel: channel.id })).ok).toBe(true);
  });

  it('of no kind is granted by default for direct messages', async () => {
    const channel = fake.addChannel({ kind: 'direct' });
    const failed = await slackErrorOf(call('conversations.info', { channel: channel.id }));
    expect(failed).toMatchObject({ error: 'missing_scope', needed: 'im:read' });
  });
});

describe('conversations.info', () => {
  const info = async (channel: FakeChannel, args: Record<string, unknown> = {}) =>
    (await makeQuietClient(fake).conversations.info({ channel: channel.id, ...args })).channel;

  it.each<[Partial<FakeChannel>, Record<string, unknown>]>([
    [
      {},
      {
        is_archived: false,
        is_private: false,
        is_member: true,
        is_shared: false,
        is_ext_shared: false,
        is_pending_ext_shared: false,
        is_org_shared: false,
        is_frozen: false,
        is_im: false,
        is_mpim: false,
      },
    ],
    [{ kind: 'private' }, { is_private: true }],
    [{ hasBot: false }, { is_member: false }],
    [{ isArchived: true }, { is_archived: true }],
    [{ isExtShared: true }, { is_ext_shared: true, is_shared: true }],
    [{ isPendingExtShared: true }, { is_pending_ext_shared: true }],
    [{ isOrgShared: true }, { is_org_shared: true, is_shared: true }],
    [{ isFrozen: true }, { is_frozen: true }],
  ])('of %j says %j', async (channel, flags) => {
    expect(await info(fake.addChannel(channel))).toMatchObject(flags);
  });

  it('reads the channel as it is now', async () => {
    const channel = fake.addChannel();
    channel.isExtShared = true;
    expect(await info(channel)).toMatchObject({ is_ext_shared: true });
  });

  it('counts members, the bot among them, only where asked', async () => {
    const channel = fake.addChannel({ members: [fake.addUser().id] });
    expect(await info(channel)).not.toHaveProperty('num_members');
    expect(await info(channel, { include_num_members: true })).toHaveProperty('num_members', 2);
  });

  it('of direct messages says with whom, and leaves most flags out', async () => {
    fake.scopes.add('im:read');
    const user = fake.addUser();
    const said = await info(fake.addChannel({ kind: 'direct', members: [user.id] }));
    expect(said).toMatchObject({ is_im: true, user: user.id });
    expect(said).not.toHaveProperty('is_private');
  });

  it.each(['private', 'direct', 'group'] as const)(
    'does not find a %s channel without the bot',
    async (kind) => {
      const channel = fake.addChannel({ kind, hasBot: false });
      for (const method of ['conversations.info', 'conversations.members'])
        expect((await slackErrorOf(call(method, { channel: channel.id }))).error).toBe(
          'channel_not_found',
        );
    },
  );

  it('does not find a channel by its name', async () => {
    const channel = fake.addChannel({ name: 'general' });
    const failed = await slackErrorOf(call('conversations.info', { channel: `#${channel.name}` }));
    expect(failed.error).toBe('channel_not_found');
  });
});

describe('people', () => {
  it('in a channel come page by page, the bot last', async () => {
    const members = Array.from({ length: 5 }, () => fake.addUser().id);
    const { id } = fake.addChannel({ members });
    const client = makeQuietClient(fake);
    const seen: string[] = [];
    let cursor: string | undefined;
    const sizes: number[] = [];
    do {
      const page = await client.conversations.members({
        channel: id,
        limit: 4,
        ...(cursor !== undefined && { cursor }),
      });
      seen.push(...(page.members ?? []));
      sizes.push(page.members?.length ?? 0);
      cursor = page.response_metadata?.next_cursor;
    } while (cursor !== '');
    expect(seen).toEqual([...members, fake.botUserId]);
    expect(sizes).toEqual([4, 2]);
  });

  it.each([
    [{ limit: 1001 }, 'invalid_limit'],
    [{ limit: 0 }, 'invalid_limit'],
    [{ cursor: 'elsewhere' }, 'invalid_cursor'],
  ])('with %j are refused', async (page, error) => {
    const { id } = fake.addChannel();
    for (const [method, args] of [
      ['conversations.members', { channel: id }],
      ['users.list', {}],
    ] as const)
      expect((await slackErrorOf(call(method, { ...args, ...page }))).error).toBe(error);
  });

  it.each([
    [{ isGuest: true }, { is_restricted: true, is_ultra_restricted: false }],
    [{ isUltraGuest: true }, { is_restricted: true, is_ultra_restricted: true }],
    [{ isStranger: true }, { is_stranger: true, team_id: 'T0FAKEOTHER' }],
    [{ isBot: true }, { is_bot: true }],
    [{ tz: 'Europe/Paris' }, { tz: 'Europe/Paris' }],
    [{ deleted: true }, { deleted: true }],
  ])('who are %j are shown as %j', async (person, flags) => {
    const user = fake.addUser(person);
    const said = await makeQuietClient(fake).users.info({ user: user.id });
    expect(said.user).toMatchObject(flags);
  });

  it('who have left are shown without time zone and guest flags', async () => {
    const said = await makeQuietClient(fake).users.info({
      user: fake.addUser({ deleted: true }).id,
    });
    expect(said.user).not.toHaveProperty('is_restricted');
    expect(said.user).not.toHaveProperty('tz');
  });

  it('who are strangers are in no list', async () => {
    const [own, stranger] = [fake.addUser(), fake.addUser({ isStranger: true })];
    const { members } = await makeQuietClient(fake).users.list({ limit: 1000 });
    const ids = members?.map(({ id }) => id);
    expect(ids).toContain(own.id);
    expect(ids).not.toContain(stranger.id);
  });

  it('are in user groups as these are now', async () => {
    const group = fake.addUserGroup({ handle: 'analysts' });
    group.users.push('U1');
    const client = makeQuietClient(fake);
    expect((await client.usergroups.users.list({ usergroup: group.id })).users).toEqual(['U1']);
    const { usergroups } = await client.usergroups.list({});
    expect(usergroups).toMatchObject([{ id: group.id, handle: 'analysts', user_count: 1 }]);
    expect(usergroups?.[0]).not.toHaveProperty('users');
    const failed = await slackErrorOf(client.usergroups.users.list({ usergroup: 'S1' }));
    expect(failed.error).toBe('no_such_subteam');
  });

  it('have one set of direct messages with the bot', async () => {
    const client = makeQuietClient(fake);
    const user = fake.addUser();
    const first = await client.conversations.open({ users: user.id });
    const second = await client.conversations.open({ users: user.id });
    expect(second.channel?.id).toBe(first.channel?.id);
    expect([first.already_open, second.already_open]).toEqual([false, true]);
  });

  it.each([
    [{ deleted: true }, 'user_disabled'],
    [{ isBot: true }, 'cannot_dm_bot'],
  ])('who are %j have none', async (person, error) => {
    const failed = await slackErrorOf(
      call('conversations.open', { users: fake.addUser(person).id }),
    );
    expect(failed.error).toBe(error);
  });
});

it('conversations.list lists what the bot sees, and counts as a call', async () => {
  const open = fake.addChannel();
  const inside = fake.addChannel({ kind: 'private' });
  fake.addChannel({ kind: 'private', hasBot: false });
  const { channels } = await makeQuietClient(fake).conversations.list({
    types: 'public_channel,private_channel',
  });
  expect(channels?.map(({ id }) => id)).toEqual([open.id, inside.id]);
  expect(fake.calls().map(({ method }) => method)).toEqual(['conversations.list']);
});

describe('blocks.validate', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ blocks: [{ type: 'poem' }] }, 'invalid_blocks'],
    [{ message: { blocks: [] } }, 'invalid_message'],
    [{ view: { type: 'modal' } }, 'invalid_view'],
    [{}, 'invalid_arguments'],
    [{ blocks: [], view: {} }, 'invalid_arguments'],
  ])('refuses %j', async (args, error) => {
    expect((await slackErrorOf(call('blocks.validate', args))).error).toBe(error);
  });

  it('lets good blocks by', async () => {
    expect((await call('blocks.validate', { blocks: [{ type: 'divider' }] })).ok).toBe(true);
  });
});
