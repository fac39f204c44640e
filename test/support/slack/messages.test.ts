import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPicture } from './a-picture.ts';
import { makeQuietClient } from './quiet-client.ts';
import { slackErrorOf } from './slack-error-of.ts';
import { startFakeSlack, type FakeChannel, type FakeSlack } from './start-fake-slack.ts';

let fake: FakeSlack;
beforeEach(async () => {
  fake = await startFakeSlack({ limits: 'none' });
});
afterEach(() => fake.close());

const post = (channel: string, more: Record<string, unknown> = {}) =>
  makeQuietClient(fake).apiCall('chat.postMessage', { channel, text: 'x', ...more });
const call = (method: string, args: Record<string, unknown>) =>
  makeQuietClient(fake).apiCall(method, args);
const postedIn = async (channel: string): Promise<string> => {
  await post(channel);
  return fake.messages(channel).at(-1)?.ts ?? '';
};

describe('a post', () => {
  it.each<[Partial<FakeChannel>, string]>([
    [{ hasBot: false }, 'not_in_channel'],
    [{ kind: 'private', hasBot: false }, 'channel_not_found'],
    [{ kind: 'direct', hasBot: false }, 'channel_not_found'],
    [{ isArchived: true }, 'is_archived'],
    [{ isFrozen: true }, 'restricted_action'],
  ])('in a channel that is %j is refused', async (channel, error) => {
    const { id, members } = fake.addChannel(channel);
    const user = fake.addUser().id;
    members.push(user);
    expect((await slackErrorOf(post(id))).error).toBe(error);
    const alone = call('chat.postEphemeral', { channel: id, user, text: 'x' });
    expect((await slackErrorOf(alone)).error).toBe(error);
    expect(fake.messages()).toEqual([]);
    expect(fake.ephemerals()).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['without text', { text: '' }, 'no_text'],
    ['without text beside blocks', { text: undefined, blocks: [{ type: 'divider' }] }, 'no_text'],
    ['too long', { text: 'x'.repeat(4001) }, 'msg_too_long'],
    ['with blocks that are no list', { blocks: { type: 'divider' } }, 'invalid_blocks_format'],
    ['with bad blocks', { blocks: [{ type: 'poem' }] }, 'invalid_blocks'],
    ['with text not escaped', { text: 'a < b' }, 'invalid_arguments'],
    [
      'too long in its blocks',
      {
        blocks: Array.from({ length: 5 }, () => ({
          type: 'section',
          text: { type: 'plain_text', text: 'x'.repeat(3000) },
        })),
      },
      'msg_blocks_too_long',
    ],
    ['in a thread unknown', { thread_ts: '1.2' }, 'thread_not_found'],
    ['with metadata of another shape', { metadata: { a: 1 } }, 'invalid_arguments'],
  ])('%s is refused', async (_, more, error) => {
    expect((await slackErrorOf(post(fake.addChannel().id, more))).error).toBe(error);
    expect(fake.messages()).toEqual([]);
  });

  it('with bad blocks is told where', async () => {
    const failed = await slackErrorOf(
      post(fake.addChannel().id, { blocks: [{ type: 'divider' }, { type: 'poem' }] }),
    );
    expect(failed.messages).toEqual(['[ERROR] unsupported type [json-pointer:/blocks/1/type]']);
  });

  it('is remembered with the bot as its author', async () => {
    const channel = fake.addChannel();
    const blocks = [{ type: 'divider' }];
    await post(channel.id, { blocks });
    const ts = fake.messages()[0]?.ts;
    expect(fake.messages(channel.id)).toEqual([
      {
        channel: channel.id,
        ts,
        threadTs: undefined,
        text: 'x',
        blocks,
        user: fake.botUserId,
        updatedAt: undefined,
      },
    ]);
    expect(fake.messages('C1')).toEqual([]);
  });

  it('is later than every post before it', async () => {
    const { id } = fake.addChannel();
    await Promise.all(Array.from({ length: 20 }, () => post(id)));
    const times = fake.messages().map(({ ts }) => ts);
    expect(new Set(times).size).toBe(20);
    expect([...times].sort()).toEqual(times);
  });

  it('may answer a message, but not an answer, nor a message elsewhere', async () => {
    const { id } = fake.addChannel();
    const ts = await postedIn(id);
    await post(id, { thread_ts: ts });
    const answer = fake.messages().at(-1);
    expect(answer?.threadTs).toBe(ts);
    expect((await slackErrorOf(post(id, { thread_ts: answer?.ts }))).error).toBe(
      'cannot_reply_to_message',
    );
    const elsewhere = post(fake.addChannel().id, { thread_ts: ts });
    expect((await slackErrorOf(elsewhere)).error).toBe('thread_not_found');
  });

  it('to a person goes into their direct messages, begun once', async () => {
    const user = fake.addUser();
    await post(user.id);
    await post(user.id);
    const [first, second] = fake.messages();
    expect(first?.channel).toMatch(/^D/u);
    expect(second?.channel).toBe(first?.channel);
    expect([...fake.scopesUsed()]).toEqual(['chat:write', 'im:write']);
  });

  it('to a person begins nothing without im:write', async () => {
    fake.scopes.delete('im:write');
    const failed = await slackErrorOf(post(fake.addUser().id));
    expect(failed).toMatchObject({ error: 'missing_scope', needed: 'im:write' });
  });

  it.each([{ deleted: true }, { isBot: true }])(
    'to a person who is %j is refused',
    async (person) => {
      expect((await slackErrorOf(post(fake.addUser(person).id))).error).toBe('channel_not_found');
    },
  );
});

describe('what only one person sees', () => {
  it('is no message of the channel', async () => {
    const user = fake.addUser();
    const { id } = fake.addChannel({ members: [user.id] });
    await call('chat.postEphemeral', { channel: id, user: user.id, text: 'psst' });
    expect(fake.messages()).toEqual([]);
    expect(fake.ephemerals(user.id)).toMatchObject([{ channel: id, text: 'psst' }]);
    expect(fake.ephemerals('U1')).toEqual([]);
  });

  it('is lost in a thread that nobody has answered in', async () => {
    const user = fake.addUser();
    const { id } = fake.addChannel({ members: [user.id] });
    await call('chat.postMessage', { channel: id, text: 'first' });
    const thread_ts = fake.messages(id)[0]?.ts;
    const tell = () =>
      call('chat.postEphemeral', { channel: id, user: user.id, text: 'psst', thread_ts });
    expect(await tell()).toMatchObject({ ok: true });
    expect(fake.ephemerals(user.id)).toEqual([]);
    await call('chat.postMessage', { channel: id, text: 'second', thread_ts });
    await tell();
    expect(fake.ephemerals(user.id)).toMatchObject([{ inThread: thread_ts, text: 'psst' }]);
  });

  it('is for members of the channel', async () => {
    const ask = call('chat.postEphemeral', {
      channel: fake.addChannel().id,
      user: fake.addUser().id,
      text: 'x',
    });
    expect((await slackErrorOf(ask)).error).toBe('user_not_in_channel');
  });

  it('cannot be changed as a message', async () => {
    const user = fake.addUser();
    const { id } = fake.addChannel({ members: [user.id] });
    await call('chat.postEphemeral', {
      channel: id,
      user: user.id,
      text: 'x',
    });
    const ts = fake.ephemerals()[0]?.ts;
    expect((await slackErrorOf(call('chat.update', { channel: id, ts, text: 'y' }))).error).toBe(
      'message_not_found',
    );
  });
});

describe('a change', () => {
  it('keeps blocks not given and drops them for an empty list', async () => {
    const { id } = fake.addChannel();
    await post(id, { blocks: [{ type: 'divider' }] });
    const ts = fake.messages()[0]?.ts;
    await call('chat.update', { channel: id, ts, text: 'y' });
    expect(fake.messages()[0]).toMatchObject({ text: 'y', blocks: [{ type: 'divider' }] });
    await call('chat.update', { channel: id, ts, text: 'z', blocks: [] });
    expect(fake.messages()[0]).toMatchObject({ text: 'z', blocks: [] });
    expect(fake.messages()[0]?.updatedAt).toBeDefined();
  });

  it.each(['chat.update', 'chat.delete'])(
    "by %s is for the bot's own messages in channels it can write in",
    async (method) => {
      const channel = fake.addChannel();
      const ts = await postedIn(channel.id);
      const args = method === 'chat.update' ? { text: 'y' } : {};
      fake.connectHttp('http://127.0.0.1:9/nobody');
      await fake.event({
        type: 'message',
        channel: channel.id,
        ts: '1.000001',
        user: 'U1',
        text: 'hi',
      });
      const theirs = call(method, { channel: channel.id, ts: '1.000001', ...args });
      expect((await slackErrorOf(theirs)).error).toMatch(/^cant_/u);
      const none = call(method, { channel: channel.id, ts: '9.9', ...args });
      expect((await slackErrorOf(none)).error).toBe('message_not_found');
      channel.isArchived = true;
      const archived = call(method, { channel: channel.id, ts, ...args });
      expect((await slackErrorOf(archived)).error).toBe('is_archived');
      expect(fake.messages()).toHaveLength(1);
    },
  );

  it('is checked as a post is', async () => {
    const { id } = fake.addChannel();
    const ts = await postedIn(id);
    const bad = call('chat.update', { channel: id, ts, text: 'y', blocks: [{ type: 'poem' }] });
    expect((await slackErrorOf(bad)).error).toBe('invalid_blocks');
    expect(fake.messages()[0]?.text).toBe('x');
  });

  it('may take a message away', async () => {
    const { id } = fake.addChannel();
    const ts = await postedIn(id);
    await call('chat.delete', { channel: id, ts });
    expect(fake.messages()).toEqual([]);
    const gone = call('chat.getPermalink', { channel: id, message_ts: ts });
    expect((await slackErrorOf(gone)).error).toBe('message_not_found');
  });
});

it('a message has an address', async () => {
  const { id } = fake.addChannel();
  const ts = await postedIn(id);
  const { permalink } = await makeQuietClient(fake).chat.getPermalink({
    channel: id,
    message_ts: ts,
  });
  expect(permalink).toBe(`https://fake.slack.com/archives/${id}/p${ts.replace('.', '')}`);
});

it('a file of somebody else cannot be shown', async () => {
  const file = fake.addFile({ name: 'a.png', bytes: aPicture, owner: fake.addUser().id });
  const blocks = [{ type: 'image', alt_text: 'x', slack_file: { id: file.id } }];
  const failed = await slackErrorOf(post(fake.addChannel().id, { blocks }));
  expect(failed.messages).toEqual([
    '[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]',
  ]);
});
