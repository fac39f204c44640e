import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFront } from '#src/edges/slack/app/start-front.ts';
import type { FormAnswer } from '#src/incoming.ts';
import { unreadable } from '#src/refusal.ts';
import { sign } from '#test/support/slack/sign.ts';
import { startWorld, type World } from './start-world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld({ transport: 'http', limits: { formMs: 700 } });
});
afterEach(() => world.close());

const codes = () => world.faults.map(({ code }) => code);
const form = 'application/x-www-form-urlencoded';

/** Sends bytes that Slack signed, whatever they are. */
async function post(
  body: string,
  { type = form, headers = {} }: { type?: string; headers?: Record<string, string> } = {},
): Promise<number> {
  const signed = sign(world.slack.signingSecret, body, Date.now());
  const response = await fetch(`${world.url}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...signed, ...headers },
  });
  return response.status;
}

test.each([
  ['signed with another secret', { secret: 'another secret than that' }],
  ['six minutes old', { atMs: Date.now() - 360_000 }],
  ['six minutes ahead', { atMs: Date.now() + 360_000 }],
  ['a day ahead', { atMs: Date.now() + 86_400_000 }],
] as const)('a request %s is refused and not taken', async (_, how) => {
  const { slack, user, channel } = world;
  const sent = await slack.command({ user, channel, text: 'help' }, how);
  expect(sent.status).toBe(401);
  expect(world.taken).toEqual([]);
  expect(codes()).toEqual(['unsigned']);
});

test.each([
  ['four minutes old', -240_000],
  ['four minutes ahead', 240_000],
])('a request %s is taken', async (_, aheadMs) => {
  const { slack, user, channel } = world;
  const sent = await slack.command({ user, channel, text: 'help' }, { atMs: Date.now() + aheadMs });
  expect(sent.status).toBe(200);
  expect(world.taken.length).toBe(1);
});

test('a request ahead of its time is refused before its body is read', async () => {
  const socket = connect(Number(new URL(world.url ?? '').port), '127.0.0.1');
  const ahead = Math.floor(Date.now() / 1000) + 400;
  socket.write(
    `POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Length: 1000\r\nX-Slack-Request-Timestamp: ${ahead}\r\n\r\n`,
  );
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 401 /u);
});

test.each([
  ['no timestamp', { 'x-slack-request-timestamp': '' }],
  ['words for a timestamp', { 'x-slack-request-timestamp': 'now' }],
  ['an endless timestamp', { 'x-slack-request-timestamp': 'Infinity' }],
  ['no signature', { 'x-slack-signature': '' }],
  ['another kind of signature', { 'x-slack-signature': 'v1=00' }],
])('a request with %s is refused', async (_, headers) => {
  expect(await post('command=%2Fmobility', { headers })).toBe(401);
  expect(world.taken).toEqual([]);
});

test('a body up to 256 KiB is taken, and a larger one refused', async () => {
  const { slack, user, channel } = world;
  const fits = await slack.command({ user, channel, text: 'x'.repeat(250_000) });
  const over = await slack.command({ user, channel, text: 'x'.repeat(263_000) });
  expect([fits.status, over.status]).toEqual([200, 413]);
  expect(world.taken.length).toBe(1);
  expect(codes()).toEqual(['unreadable']);
});

test.each([
  ['text that is no JSON', '{', 'application/json', 400, 'unreadable'],
  ['a form whose payload is no JSON', 'payload=%7B', form, 400, 'unreadable'],
  ['null', 'null', 'application/json', 400, 'unreadable'],
  ['a form that holds null', 'payload=null', form, 400, 'unreadable'],
  ['a list', '[]', 'application/json', 400, 'unreadable'],
  ['a number', '7', 'application/json', 400, 'unreadable'],
  ['an empty object', '{}', 'application/json', 200, 'unknown_delivery'],
  ['an event that is null', '{"event":null}', 'application/json', 200, 'unreadable'],
  ['an event without a type', '{"event":{}}', 'application/json', 200, 'not_ours'],
  ['a press by nobody', `payload=${encodeURIComponent('{"actions":[]}')}`, form, 200, 'unreadable'],
  [
    'an unknown interaction',
    `payload=${encodeURIComponent('{"type":"telepathy"}')}`,
    form,
    200,
    'unknown_delivery',
  ],
  ['a command with nothing else', 'command=%2Fmobility', form, 200, 'not_ours'],
])('of %s the operator hears, and the bot lives on', async (_, body, type, status, code) => {
  expect(await post(body, { type })).toBe(status);
  expect(world.taken).toEqual([]);
  expect(codes()).toEqual([code]);
  expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
});

test('a command of ours that cannot be read is answered with words', async () => {
  const { teamId, appId } = world.slack;
  const body = new URLSearchParams({
    command: '/mobility',
    api_app_id: appId,
    team_id: teamId,
    user_id: 'nobody',
  }).toString();
  const response = await fetch(`${world.url}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': form, ...sign(world.slack.signingSecret, body, Date.now()) },
  });
  expect(await response.json()).toMatchObject({
    response_type: 'ephemeral',
    text: `${unreadable.message} ${unreadable.next}`,
  });
  expect(codes()).toEqual(['unreadable']);
});

test('Slack verifies the address with a challenge, and its certificate', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'a challenge' });
  const response = await fetch(`${world.url}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...sign(world.slack.signingSecret, body, Date.now()),
    },
  });
  expect(await response.json()).toEqual({ challenge: 'a challenge' });
  expect(await post('ssl_check=1&command=%2Fmobility')).toBe(200);
  expect(world.taken).toEqual([]);
});

test('nothing else is served', async () => {
  const statusOf = async (path: string, method: string) =>
    (await fetch(`${world.url}${path}`, { method })).status;
  expect(await statusOf('/healthz', 'GET')).toBe(200);
  expect(await statusOf('/healthz?deep=1', 'GET')).toBe(200);
  for (const [path, method] of [
    ['/', 'GET'],
    ['//', 'GET'],
    ['/slack/events', 'GET'],
    ['/slack/events/', 'POST'],
    ['/slack/install', 'GET'],
    ['/healthz', 'POST'],
  ] as const)
    expect(await statusOf(path, method), `${method} ${path}`).toBe(404);
});

test('a stop lets a form be answered, takes nothing new, and does not wait for idle connections', async () => {
  const { slack, user, front, url } = world;
  const view = await world.form();
  const agent = new Agent({ keepAlive: true });
  await new Promise((resolve) => {
    request(`${url}/healthz`, { agent }, (response) => response.resume().on('end', resolve)).end();
  });
  world.answer = () => setTimeout<FormAnswer>(500, { kind: 'wrong', message: 'no such place' });
  const sent = slack.submit({ user, view, values: { typed: 'help' } });
  await expect.poll(() => world.taken.at(-1)?.kind).toBe('submission');
  const began = performance.now();
  const stopped = front.stop();
  await setTimeout(50);
  const late = slack.command({ user, channel: world.channel, text: 'help' });
  expect(await sent).toMatchObject({ status: 200, timedOut: false, complaints: [] });
  expect(slack.views().at(-1)?.errors).toEqual({ question: 'no such place' });
  await stopped;
  expect(performance.now() - began).toBeLessThan(1500);
  expect((await late).status).toBeUndefined();
  agent.destroy();
});

test('a stop that drains tells whoever watches before it stops to listen', async () => {
  const { slack } = world;
  const front = await startFront({
    mode: { kind: 'http', signingSecret: slack.signingSecret, host: '127.0.0.1', port: 0 },
    token: slack.botToken,
    apiUrl: slack.apiUrl,
    office: { take: async () => ({ kind: 'close' }) },
    report: () => undefined,
    limits: { drainMs: 400 },
  });
  const stopped = front.stop();
  expect((await fetch(`${front.url}/healthz`)).status).toBe(503);
  await front.stop();
  await stopped;
  await expect(fetch(`${front.url}/healthz`)).rejects.toThrow('fetch failed');
});

test('a request that never ends does not hold up a stop for longer than ten seconds', async () => {
  const socket = connect(Number(new URL(world.url ?? '').port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Length: 1000\r\n\r\n');
  await setTimeout(100);
  const began = performance.now();
  await world.front.stop();
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('a port that is taken is said in plain words', async () => {
  const { slack, url } = world;
  const port = Number(new URL(url ?? '').port);
  await expect(
    startFront({
      mode: { kind: 'http', signingSecret: slack.signingSecret, host: '127.0.0.1', port },
      token: slack.botToken,
      apiUrl: slack.apiUrl,
      office: { take: async () => ({ kind: 'close' }) },
      report: () => undefined,
    }),
  ).rejects.toMatchObject({
    name: 'ConfigFault',
    message: `the bot cannot listen on port ${port}: free it, or choose another`,
  });
});
