import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startBoltApp } from './start-bolt-app.ts';
import { startFakeSlack, type FakeSlack, type FakeSlackOptions } from './start-fake-slack.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = {
  type: 'actions' as const,
  elements: [
    { type: 'button' as const, action_id: 'again', text: plain('Again'), value: 'sealed' },
  ],
};

let fake: FakeSlack;
let user: string;
let channel: string;
let stop: () => Promise<unknown>;
/** What each listener was given, and what it is to acknowledge with. */
let heard: Record<string, unknown>[];
let ackWith: unknown;
let ackAfterMs: number;

const hear = async (body: object, ack: (said: never) => Promise<void>): Promise<void> => {
  heard.push({ ...body });
  await wait(ackAfterMs);
  // Whatever a test wants said, good or not.
  await ack(ackWith as never);
};
const listen = (app: App): void => {
  app.command('/mobility', ({ body, ack }) => hear(body, ack));
  app.action('again', ({ body, ack }) => hear(body, ack));
  app.shortcut('how', ({ body, ack }) => hear(body, ack));
  app.event('app_mention', async ({ body }) => {
    heard.push({ ...body });
  });
};

const start = async (
  transport: 'http' | 'socket',
  options: FakeSlackOptions = {},
): Promise<void> => {
  fake = await startFakeSlack(options);
  user = fake.addUser({ name: 'ann' }).id;
  channel = fake.addChannel({ name: 'traffic', members: [user] }).id;
  heard = [];
  ackWith = undefined;
  ackAfterMs = 0;
  ({ stop } = await startBoltApp(fake, transport, listen));
};
const end = async (): Promise<void> => {
  await stop();
  await fake.close();
};
const ask = (text = 'region:London') => fake.command({ user, channel, text });
const postButton = async () => {
  await fetch(`${fake.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${fake.botToken}` },
    body: JSON.stringify({ channel, text: 'x', blocks: [button] }),
  });
  const message = fake.messages().at(-1);
  if (message === undefined) throw new Error('no message');
  return message;
};

describe.each(['http', 'socket'] as const)('over %s', (transport) => {
  beforeEach(() => start(transport));
  afterEach(end);

  it('a command arrives whole and is acknowledged', async () => {
    const delivered = await ask();
    expect(delivered).toMatchObject({
      timedOut: false,
      complaints: [],
      status: transport === 'http' ? 200 : undefined,
    });
    expect(delivered.ackMs).toBeLessThan(3000);
    expect(heard).toMatchObject([
      {
        command: '/mobility',
        text: 'region:London',
        user_id: user,
        user_name: 'ann',
        channel_id: channel,
        channel_name: 'traffic',
        team_id: fake.teamId,
        api_app_id: fake.appId,
      },
    ]);
    expect([...fake.scopesUsed()]).toContain('commands');
  });

  it('an acknowledgement with words is shown to the asker', async () => {
    ackWith = 'On its way';
    expect((await ask()).complaints).toEqual([]);
    expect(fake.ephemerals(user)).toMatchObject([{ channel, text: 'On its way' }]);
    expect(fake.messages()).toEqual([]);
  });

  it('an acknowledgement for the channel is posted there', async () => {
    ackWith = { response_type: 'in_channel', text: 'Hello' };
    await ask();
    expect(fake.messages(channel)).toMatchObject([{ text: 'Hello' }]);
  });

  it('a bad acknowledgement is complained of and shown to nobody', async () => {
    ackWith = { text: 'x', blocks: [{ type: 'poem' }] };
    expect((await ask()).complaints).toEqual(['the acknowledgement was not shown: invalid_blocks']);
    expect(fake.ephemerals()).toEqual([]);
  });

  it('a command not acknowledged in three seconds is given up, and not sent again', async () => {
    ackAfterMs = 3300;
    expect(await ask()).toMatchObject({
      timedOut: true,
      complaints: ['no acknowledgement within 3 seconds'],
    });
    await wait(600);
    expect(heard).toHaveLength(1);
  });

  it('a button press brings the message and its value', async () => {
    const message = await postButton();
    expect((await fake.press({ user, message, label: 'Again' })).complaints).toEqual([]);
    expect(heard).toMatchObject([
      {
        type: 'block_actions',
        user: { id: user },
        channel: { id: channel },
        container: { type: 'message', message_ts: message.ts, is_ephemeral: false },
        message: { ts: message.ts, text: 'x', user: fake.botUserId },
        actions: [{ type: 'button', action_id: 'again', value: 'sealed' }],
      },
    ]);
  });

  it('a value can be forged, and a press of nothing is refused', async () => {
    const message = await postButton();
    await fake.press({ user, message, actionId: 'again', value: 'forged' });
    expect(heard).toMatchObject([{ actions: [{ value: 'forged' }] }]);
    await expect(fake.press({ user, message, label: 'Never' })).rejects.toThrow('nothing such');
  });

  it('a press of what one person sees brings no message', async () => {
    ackWith = { text: 'psst', blocks: [button] };
    await ask();
    ackWith = undefined;
    const [message] = fake.ephemerals(user);
    if (message === undefined) throw new Error('nothing was seen');
    await fake.press({ user, message, label: 'Again' });
    expect(heard[1]).toMatchObject({ container: { is_ephemeral: true } });
    expect(heard[1]).not.toHaveProperty('message');
  });

  it('a press acknowledged with words is complained of', async () => {
    ackWith = { text: 'x' };
    const pressed = await fake.press({ user, message: await postButton(), label: 'Again' });
    expect(pressed.complaints).toHaveLength(1);
  });

  it('a shortcut brings the message', async () => {
    const message = await postButton();
    await fake.shortcut({ user, channel, message, callbackId: 'how' });
    expect(heard).toMatchObject([
      {
        type: 'message_action',
        callback_id: 'how',
        message_ts: message.ts,
        message: { text: 'x' },
      },
    ]);
  });

  it('an event arrives in its wrapping, and its message can be answered', async () => {
    const event = { type: 'app_mention', user, channel, ts: '1700000000.000100', text: 'hi' };
    const delivered = await fake.event(event);
    expect(delivered).toMatchObject({ timedOut: false, complaints: [] });
    expect(delivered.retry).toBeUndefined();
    await vi.waitFor(() => expect(heard).toMatchObject([{ type: 'event_callback', event }]));
  });

  it('the same request can be sent again', async () => {
    const first = await ask();
    const second = await fake.redeliver(first);
    expect(second.request).toBe(first.request);
    expect(heard[1]).toEqual(heard[0]);
  });
});

describe('over http', () => {
  beforeEach(() => start('http'));
  afterEach(end);

  it.each<[string, () => { atMs?: number; secret?: string }, number]>([
    ['signed with another secret', () => ({ secret: 'another' }), 401],
    ['six minutes old', () => ({ atMs: Date.now() - 360_000 }), 401],
    ['of an hour ahead, which Bolt lets by', () => ({ atMs: Date.now() + 3_600_000 }), 200],
  ])('a request %s is answered accordingly', async (_, how, status) => {
    expect((await fake.command({ user, channel, text: 'x' }, how())).status).toBe(status);
    expect(heard).toHaveLength(status === 200 ? 1 : 0);
  });

  it('nobody listening is complained of', async () => {
    fake.connectHttp('http://127.0.0.1:9/slack/events');
    expect(await ask()).toMatchObject({
      status: undefined,
      timedOut: false,
      complaints: ['no acknowledgement: nobody listens'],
    });
  });

  it('an event refused is sent once more, and says so', async () => {
    const delivered = await fake.event(
      { type: 'app_mention', user, channel },
      { secret: 'another' },
    );
    expect(delivered.status).toBe(401);
    expect(delivered.retry?.request.headers).toMatchObject({
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_error',
    });
  });
});

describe('over a socket', () => {
  beforeEach(() => start('socket'));
  afterEach(end);

  it('the bot comes back when asked to', async () => {
    expect(fake.sockets()).toBe(1);
    fake.refreshSockets();
    await vi.waitFor(
      () =>
        expect(
          fake.calls().filter(({ method }) => method === 'apps.connections.open'),
        ).toHaveLength(2),
      5000,
    );
    await vi.waitFor(() => expect(fake.sockets()).toBe(1), 5000);
    expect((await ask()).timedOut).toBe(false);
  });

  it('an address is good once', async () => {
    const response = await fetch(`${fake.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${fake.appToken}` },
    });
    const { url } = (await response.json()) as { url: string };
    const open = () =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(url);
        socket.addEventListener('open', () => {
          socket.close();
          resolve('open');
        });
        socket.addEventListener('error', () => resolve('refused'));
      });
    expect([await open(), await open()]).toEqual(['open', 'refused']);
  });

  it('an event not acknowledged is sent once more, and says so', async () => {
    await stop();
    await vi.waitFor(() => expect(fake.sockets()).toBe(0));
    const delivered = await fake.event({ type: 'app_mention', user, channel });
    expect(delivered.timedOut).toBe(true);
    expect(delivered.retry?.request.envelope).toMatchObject({
      retry_attempt: 1,
      retry_reason: 'timeout',
    });
  });
});

describe('a response_url', () => {
  let nowMs: number;
  beforeEach(async () => {
    nowMs = Date.now();
    await start('http', { clock: () => nowMs, limits: 'none' });
    channel = fake.addChannel({ members: [user], hasBot: false }).id;
  });
  afterEach(end);

  const url = (): string => String(heard.at(-1)?.['response_url']);
  const respond = async (body: unknown, type = 'application/json') => {
    const said = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(url(), {
      method: 'POST',
      headers: { 'content-type': type },
      body: said,
    });
    return `${response.status} ${await response.text()}`;
  };

  it('is good five times', async () => {
    await ask();
    for (let use = 0; use < 5; use += 1) expect(await respond({ text: `${use}` })).toBe('200 ok');
    expect(await respond({ text: '5' })).toBe('404 {"ok":false,"error":"used_url"}');
    expect(fake.ephemerals(user).map(({ text }) => text)).toEqual(['0', '1', '2', '3', '4']);
  });

  it('counts uses that fail', async () => {
    await ask();
    for (let use = 0; use < 5; use += 1) expect(await respond({ text: '' })).toContain('no_text');
    expect(await respond({ text: 'x' })).toContain('used_url');
  });

  it('is good for thirty minutes', async () => {
    await ask();
    nowMs += 30 * 60_000;
    expect(await respond({ text: 'x' })).toBe('200 ok');
    nowMs += 1;
    expect(await respond({ text: 'x' })).toBe('404 {"ok":false,"error":"expired_url"}');
  });

  it.each<[string, unknown, string]>([
    ['no JSON', 'text=x', 'invalid_payload'],
    ['a field unknown', { text: 'x', channel: 'C1' }, 'invalid_payload'],
    ['bad blocks', { text: 'x', blocks: [{ type: 'poem' }] }, 'invalid_blocks'],
    ['a type unknown', { text: 'x', response_type: 'loud' }, 'invalid_payload'],
    ['the place of nothing', { text: 'x', replace_original: true }, 'no_original'],
  ])('refuses %s', async (_, body, error) => {
    await ask();
    expect(await respond(body)).toContain(`400 {"ok":false,"error":"${error}"`);
    expect(fake.ephemerals()).toEqual([]);
  });

  it('refuses a form', async () => {
    await ask();
    expect(await respond('{"text":"x"}', 'application/x-www-form-urlencoded')).toContain(
      'invalid_payload',
    );
  });

  it('speaks in a channel without the bot being in it, unless that is archived', async () => {
    await ask();
    expect(await respond({ text: 'loud', response_type: 'in_channel' })).toBe('200 ok');
    expect(fake.messages(channel)).toMatchObject([{ text: 'loud' }]);
    const known = fake.addChannel({ id: channel, isArchived: true });
    expect(await respond({ text: 'loud', response_type: 'in_channel' })).toContain('is_archived');
    expect(fake.messages(known.id)).toHaveLength(1);
  });

  it('changes and takes away what was pressed', async () => {
    await ask();
    await respond({ text: 'old', blocks: [button], response_type: 'in_channel' });
    await respond({ text: 'psst', blocks: [button] });
    const [message, seen] = [fake.messages()[0], fake.ephemerals()[0]];
    if (message === undefined || seen === undefined) throw new Error('nothing was posted');
    await fake.press({ user, message, label: 'Again' });
    await respond({ text: 'new', replace_original: true });
    expect(fake.messages()).toMatchObject([{ ts: message.ts, text: 'new', blocks: [] }]);
    await respond({ delete_original: true });
    expect(fake.messages()).toEqual([]);
    await fake.press({ user, message: seen, label: 'Again' });
    await respond({ text: 'changed', replace_original: true });
    expect(fake.ephemerals()).toMatchObject([{ ts: seen.ts, text: 'changed' }]);
    await respond({ delete_original: true });
    expect(fake.ephemerals()).toEqual([]);
  });

  it('is one that was given', async () => {
    expect(
      (await fetch(`${fake.apiUrl.replace('/api/', '')}/commands/T1/2`, { method: 'POST' })).status,
    ).toBe(404);
  });

  it('can fail like a method', async () => {
    await ask();
    fake.fail('response_url', { kind: 'http', status: 500 });
    expect(await respond({ text: 'x' })).toContain('500');
    expect(fake.calls().at(-1)).toMatchObject({ method: 'response_url', ok: false });
  });
});

describe('a command text', () => {
  beforeEach(() => start('http'));
  afterEach(end);

  it.each<[string, (ids: { user: string; channel: string; hidden: string }) => string]>([
    ['a & b < c > d', () => 'a &amp; b &lt; c &gt; d'],
    ['  region:London ', () => 'region:London'],
    ['to #traffic', (ids) => `to <#${ids.channel}|traffic>`],
    ['to #hidden', (ids) => `to <#${ids.hidden}|>`],
    ['with @ann and @nobody', (ids) => `with <@${ids.user}|ann> and @nobody`],
    ['a@ann #nowhere', () => 'a@ann #nowhere'],
    ['see https://x.test/a?b=1&c=2', () => 'see <https://x.test/a?b=1&amp;c=2>'],
  ])('typed as %j is escaped', async (typed, expected) => {
    const hidden = fake.addChannel({ kind: 'private', name: 'hidden' }).id;
    await ask(typed);
    expect(heard).toMatchObject([{ text: expected({ user, channel, hidden }) }]);
  });

  it.each([
    ['public', 'traffic2'],
    ['private', 'privategroup'],
    ['direct', 'directmessage'],
  ] as const)('from a %s channel names it %s', async (kind, name) => {
    const { id } = fake.addChannel({ kind, name: 'traffic2', members: [user] });
    await fake.command({ user, channel: id, text: 'x' });
    expect(heard).toMatchObject([{ channel_name: name }]);
  });

  it('is of people, channels and scopes that are there', async () => {
    await expect(fake.command({ user: 'U1', channel, text: '' })).rejects.toThrow('no user U1');
    await expect(fake.command({ user, channel: 'C1', text: '' })).rejects.toThrow('no channel C1');
    fake.scopes.delete('commands');
    await expect(ask()).rejects.toThrow('scope');
  });

  it.each(['private', 'direct', 'group'] as const)(
    'comes from members of a %s channel',
    async (kind) => {
      const { id } = fake.addChannel({ kind });
      await expect(fake.command({ user, channel: id, text: '' })).rejects.toThrow(
        'only its members',
      );
    },
  );
});

describe('a mention', () => {
  beforeEach(() => start('http'));
  afterEach(end);

  it('arrives as it was written, and can be answered in its thread', async () => {
    const ts = '1700000000.000100';
    const sent = await fake.mention({ user, channel, text: '@Mobility a & b', ts });
    expect(sent).toMatchObject({ timedOut: false, complaints: [] });
    expect(heard).toMatchObject([
      {
        event: {
          type: 'app_mention',
          user,
          channel,
          text: `<@${fake.botUserId}> a &amp; b`,
          ts,
        },
      },
    ]);
    expect(heard[0]).not.toHaveProperty('event.thread_ts');
    expect([...fake.scopesUsed()]).toContain('app_mentions:read');
  });

  it('in a thread names the message that it answers', async () => {
    await fake.mention({ user, channel, text: '@Mobility', thread: '1700000000.000100' });
    expect(heard).toMatchObject([{ event: { thread_ts: '1700000000.000100' } }]);
  });

  it('is not heard where the bot is not, nor without its scope', async () => {
    const elsewhere = fake.addChannel({ hasBot: false }).id;
    await expect(fake.mention({ user, channel: elsewhere, text: '@Mobility' })).rejects.toThrow(
      'hears nothing',
    );
    fake.scopes.delete('app_mentions:read');
    await expect(fake.mention({ user, channel, text: '@Mobility' })).rejects.toThrow('scope');
  });
});
