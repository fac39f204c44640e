import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFront } from '#src/edges/slack/app/start-front.ts';
import type { FormAnswer } from '#src/incoming.ts';
import { startFakeSlack } from '#test/support/slack/start-fake-slack.ts';
import { startWorld, type World } from './start-world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld({ transport: 'socket', limits: { formMs: 900 } });
});
afterEach(() => world.close());

const ask = (text: string) =>
  world.slack.command({ user: world.user, channel: world.channel, text });
const opened = () => world.slack.calls().filter(({ method }) => method === 'apps.connections.open');

test('a connection that Slack is about to close is replaced before it closes, and nothing is lost', async () => {
  const { slack, user } = world;
  const view = await world.form();
  world.answer = () => setTimeout<FormAnswer>(500, { kind: 'wrong', message: 'no such place' });
  const sent = slack.submit({ user, view, values: { typed: 'help' } });
  await expect.poll(() => world.taken.at(-1)?.kind).toBe('submission');
  slack.refreshSockets();
  const asked = await Promise.all([ask('in the same moment'), ask('and again')]);
  await expect.poll(slack.sockets).toBe(2);
  asked.push(await ask('with both open'));
  expect(await sent).toMatchObject({ timedOut: false, complaints: [] });
  expect(slack.views().at(-1)?.errors).toEqual({ question: 'no such place' });
  await expect.poll(slack.sockets, { timeout: 5000 }).toBe(1);
  asked.push(await ask('with the new one'));
  for (const { timedOut } of asked) expect(timedOut).toBe(false);
  const texts = world.taken.flatMap((each) => (each.kind === 'command' ? each.text : []));
  expect(texts).toEqual(['in the same moment', 'and again', 'with both open', 'with the new one']);
  expect(opened().length).toBe(2);
  expect(world.faults).toEqual([]);
});

test('a connection that breaks is opened again within a second, and what was taken goes on', async () => {
  const { slack } = world;
  const finished: string[] = [];
  world.answer = async (delivered) => {
    await setTimeout(600);
    finished.push(delivered.key);
    return { kind: 'close' };
  };
  await ask('before');
  slack.down();
  slack.up();
  const began = performance.now();
  await expect.poll(() => opened().length, { timeout: 3000, interval: 10 }).toBe(2);
  await expect.poll(slack.sockets, { timeout: 3000, interval: 10 }).toBe(1);
  expect(performance.now() - began).toBeLessThan(1000);
  expect((await ask('after')).timedOut).toBe(false);
  await expect.poll(() => finished.length).toBe(2);
});

test.each([
  ['down', () => world.slack.down()],
  [
    'out of order',
    () => {
      world.slack.fail('apps.connections.open', { kind: 'http', status: 503 }, { times: 3 });
      world.slack.down();
      world.slack.up();
    },
  ],
  [
    'refusing',
    () => {
      const refused = { kind: 'error', error: 'internal_error' } as const;
      world.slack.fail('apps.connections.open', refused, { times: 3 });
      world.slack.down();
      world.slack.up();
    },
  ],
])('while Slack is %s the bot lives on and comes back by itself', async (_, trouble) => {
  trouble();
  await setTimeout(700);
  world.slack.up();
  await expect.poll(world.slack.sockets, { timeout: 10_000 }).toBe(1);
  expect((await ask('after')).timedOut).toBe(false);
  expect(world.faults.map(({ code }) => code)).toContain('not_connected');
});

test('a stop lets a form be answered, closes the connection, and opens no other', async () => {
  const { slack, user, front } = world;
  const view = await world.form();
  world.answer = () => setTimeout<FormAnswer>(500, { kind: 'wrong', message: 'no such place' });
  const sent = slack.submit({ user, view, values: { typed: 'help' } });
  await expect.poll(() => world.taken.at(-1)?.kind).toBe('submission');
  const began = performance.now();
  await front.stop();
  expect(performance.now() - began).toBeLessThan(2500);
  expect(await sent).toMatchObject({ timedOut: false, complaints: [] });
  expect(slack.views().at(-1)?.errors).toEqual({ question: 'no such place' });
  await setTimeout(500);
  expect(slack.sockets()).toBe(0);
  expect(opened().length).toBe(1);
});

test('a stop while Slack is down ends at once', async () => {
  world.slack.down();
  await setTimeout(300);
  const began = performance.now();
  await world.front.stop();
  expect(performance.now() - began).toBeLessThan(2500);
});

test('a stop while Slack keeps a new connection waiting ends within ten seconds, and leaves none open', async () => {
  const { slack } = world;
  slack.fail('apps.connections.open', { kind: 'hang' });
  slack.refreshSockets();
  await expect.poll(() => opened().length).toBe(2);
  const began = performance.now();
  await world.front.stop();
  expect(performance.now() - began).toBeLessThan(10_000);
  await expect.poll(slack.sockets, { timeout: 10_000 }).toBe(0);
});

test.each([
  ['an app token that Slack refuses', { appToken: 'xapp-wrong' }, 'invalid_auth'],
  ['a bot token that Slack refuses', { token: 'xoxb-wrong' }, 'invalid_auth'],
])('with %s the bot does not start, and says why', async (_, wrong, code) => {
  const slack = await startFakeSlack();
  const given = { appToken: slack.appToken, token: slack.botToken, ...wrong };
  try {
    await expect(
      startFront({
        mode: { kind: 'socket', appToken: given.appToken },
        token: given.token,
        apiUrl: slack.apiUrl,
        office: { take: async () => ({ kind: 'close' }) },
        report: () => undefined,
      }),
    ).rejects.toMatchObject({ name: 'SlackFault', code, retryable: false });
    expect(slack.sockets()).toBe(0);
  } finally {
    await slack.close();
  }
});
