import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeQuietClient } from './quiet-client.ts';
import { slackErrorOf } from './slack-error-of.ts';
import { startFakeSlack, type FakeSlack, type SlackFailure } from './start-fake-slack.ts';

let nowMs: number;
let fake: FakeSlack;
beforeEach(async () => {
  nowMs = 1_700_000_000_000;
  fake = await startFakeSlack({ clock: () => nowMs });
  fake.scopes.add('team:read');
});
afterEach(() => fake.close());

const post = (channel: string, timeout = 2000) =>
  makeQuietClient(fake, { timeout }).apiCall('chat.postMessage', { channel, text: 'x' });

describe('the pace', () => {
  it.each<[string, number, Record<string, unknown>]>([
    ['usergroups.list', 20, {}],
    ['team.info', 50, {}],
    ['users.info', 100, { user: 'me' }],
  ])('of %s is %i a minute', async (method, count, args) => {
    const client = makeQuietClient(fake);
    fake.addUser({ id: 'me' });
    for (let index = 0; index < count; index += 1) await client.apiCall(method, args);
    nowMs += 15_000;
    expect(await slackErrorOf(client.apiCall(method, args))).toMatchObject({ retryAfterS: 45 });
    nowMs += 45_000;
    await client.apiCall(method, args);
    expect(fake.calls().filter(({ error }) => error === 'ratelimited')).toHaveLength(1);
  });

  it('of posts is three at once and one a second after, for each channel', async () => {
    const [one, other] = [fake.addChannel().id, fake.addChannel().id];
    for (let index = 0; index < 3; index += 1) await post(one);
    expect(await slackErrorOf(post(one))).toMatchObject({ retryAfterS: 3 });
    await post(other);
    nowMs += 3001;
    await post(one);
    expect(fake.messages(one)).toHaveLength(4);
  });

  it('is told in a header and the status', async () => {
    fake.fail('auth.test', { kind: 'ratelimited', retryAfterS: 7 });
    const response = await fetch(`${fake.apiUrl}auth.test`, { method: 'POST' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('is none where limits are none', async () => {
    const free = await startFakeSlack({ limits: 'none' });
    try {
      const { id } = free.addChannel();
      for (let index = 0; index < 10; index += 1)
        await makeQuietClient(free).apiCall('chat.postMessage', { channel: id, text: 'x' });
      expect(free.messages()).toHaveLength(10);
    } finally {
      await free.close();
    }
  });
});

describe('a fault', () => {
  it.each<[SlackFailure, Record<string, unknown>, number]>([
    [{ kind: 'error', error: 'fatal_error' }, { error: 'fatal_error' }, 0],
    [{ kind: 'http', status: 503 }, { status: 503 }, 0],
    [{ kind: 'ratelimited', retryAfterS: 9 }, { retryAfterS: 9 }, 0],
    [{ kind: 'reset' }, { code: 'slack_webapi_request_error' }, 0],
    [{ kind: 'hang' }, { code: 'slack_webapi_request_error' }, 0],
    [{ kind: 'resetAfter' }, { code: 'slack_webapi_request_error' }, 1],
    [{ kind: 'hangAfter' }, { code: 'slack_webapi_request_error' }, 1],
  ])('%j fails the call; posts made: %s %i', async (fault, failed, posts) => {
    const { id } = fake.addChannel();
    fake.fail('chat.postMessage', fault);
    expect(await slackErrorOf(post(id, 300))).toMatchObject(failed);
    expect(fake.messages()).toHaveLength(posts);
    expect(fake.calls()[0]?.ok).toBe(posts === 1);
    await post(id);
    expect(fake.messages()).toHaveLength(posts + 1);
  });

  it.each(['reset', 'resetAfter'] as const)(
    'of kind %s breaks the connection at once',
    async (kind) => {
      const { id } = fake.addChannel();
      fake.fail('chat.postMessage', { kind });
      const began = performance.now();
      await slackErrorOf(post(id, 5000));
      expect(performance.now() - began).toBeLessThan(2500);
    },
  );

  it('comes after the calls it lets by, as often as said, then the next one', async () => {
    const { id } = fake.addChannel();
    const outcome = () =>
      post(id).then(
        () => 'ok',
        async (error: unknown) => (await slackErrorOf(Promise.reject(error as Error))).error,
      );
    fake.fail('chat.postMessage', { kind: 'error', error: 'first' }, { after: 1, times: 2 });
    fake.fail('chat.postMessage', { kind: 'error', error: 'second' });
    const seen: unknown[] = [];
    for (let index = 0; index < 5; index += 1) {
      seen.push(await outcome());
      nowMs += 1000;
    }
    expect(seen).toEqual(['ok', 'first', 'first', 'second', 'ok']);
  });

  it('may come always', async () => {
    fake.fail('auth.test', { kind: 'error', error: 'x' }, { times: Infinity });
    for (let index = 0; index < 3; index += 1)
      expect((await slackErrorOf(makeQuietClient(fake).auth.test())).error).toBe('x');
  });

  it('of one method leaves others alone', async () => {
    fake.fail('auth.test', { kind: 'error', error: 'x' });
    expect((await makeQuietClient(fake).api.test()).ok).toBe(true);
  });

  it('may befall an upload', async () => {
    const { upload_url: url = '' } = await makeQuietClient(fake).files.getUploadURLExternal({
      filename: 'a',
      length: 1,
    });
    fake.fail('upload', { kind: 'http', status: 500 });
    expect((await fetch(url, { method: 'POST', body: 'a' })).status).toBe(500);
    expect((await fetch(url, { method: 'POST', body: 'a' })).status).toBe(200);
  });
});

it('going down breaks what hangs', async () => {
  fake.fail('chat.postMessage', { kind: 'hang' });
  const began = performance.now();
  const failed = slackErrorOf(post(fake.addChannel().id, 5000));
  await vi.waitFor(() => expect(fake.calls()).toHaveLength(1));
  fake.down();
  await failed;
  expect(performance.now() - began).toBeLessThan(2500);
});

it('while down nothing answers, and once up everything is as it was', async () => {
  const { id } = fake.addChannel();
  await post(id);
  fake.down();
  expect((await slackErrorOf(post(id))).code).toBe('slack_webapi_request_error');
  fake.up();
  await post(id);
  expect(fake.messages(id)).toHaveLength(2);
});
