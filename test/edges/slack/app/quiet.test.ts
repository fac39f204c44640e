import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { makeQuietLogger } from '#src/edges/slack/app/quiet-logger.ts';
import { makeTell } from '#src/edges/slack/app/tell.ts';
import type { Fault } from '#src/fault.ts';
import { sign } from '#test/support/slack/sign.ts';
import { startWorld, type Transport, type World } from './start-world.ts';

/** Everything written while `work` runs. */
async function written(work: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const note = (...words: readonly unknown[]): true => {
    lines.push(words.map(String).join(' '));
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(note),
    vi.spyOn(process.stderr, 'write').mockImplementation(note),
    ...(['log', 'debug', 'info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation(note),
    ),
  ];
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return lines.join('\n');
}

/** Every kind of delivery and trouble, each with words that nobody but the office may see. */
async function trouble(world: World, transport: Transport): Promise<void> {
  const { slack, user, channel } = world;
  const message = await world.message();
  const view = await world.form();
  const ask = (text: string) => slack.command({ user, channel, text });
  await ask('a private question');
  await slack.press({ user, message, actionId: 'someone:else', value: 'a private value' });
  await slack.press({ user, message, actionId: 'mobility:by-week', value: 'private'.repeat(500) });
  await slack.event({ type: 'app_home_opened', tab: 'home', user: 'a private person' });
  world.answer = async () => Promise.reject(new Error('a private reason'));
  await slack.submit({ user, view, values: { typed: 'a private question' } });
  if (transport === 'http') {
    const attempt = { user, channel, text: 'a private question' };
    await slack.command(attempt, { secret: 'a private secret' });
    await slack.command(attempt, { atMs: 0 });
    await sendForAnother(world);
  } else {
    slack.fail('apps.connections.open', { kind: 'error', error: 'internal_error' });
    slack.down();
    slack.up();
    await expect.poll(() => world.faults.map(({ code }) => code)).toContain('not_connected');
  }
}

/** A delivery for another app that is signed as ours. */
async function sendForAnother({ slack, url }: World): Promise<void> {
  const command = { command: '/mobility', api_app_id: 'A0THER', text: 'a private question' };
  const body = new URLSearchParams(command).toString();
  const type = 'application/x-www-form-urlencoded';
  const headers = { 'content-type': type, ...sign(slack.signingSecret, body, Date.now()) };
  await fetch(`${url}/slack/events`, { method: 'POST', body, headers });
}

test.each<Transport>(['http', 'socket'])(
  'over %s nothing is printed, and what is reported holds no secret and no words of anybody',
  async (transport) => {
    const world = await startWorld({ transport });
    const { botToken, appToken, signingSecret, apiUrl } = world.slack;
    const printed = await written(async () => {
      await trouble(world, transport);
      await world.close();
    });
    expect(printed).toBe('');
    const said = world.faults.map((fault) => inspect(fault, { depth: 9, showHidden: true }));
    expect(said.length).toBeGreaterThan(3);
    for (const secret of [botToken, appToken, signingSecret, apiUrl, 'private', world.user])
      expect(said.join('\n')).not.toContain(secret);
  },
);

test('of what a library logs, only the code of an error is passed on', () => {
  const told: string[] = [];
  const logger = makeQuietLogger((code, message) => told.push(`${code}: ${message}`));
  for (const level of ['debug', 'info', 'warn'] as const)
    logger[level]('a token', { body: 'words' });
  logger.error('failed for xoxb-1', Object.assign(new Error('words'), { code: 'a_code' }));
  logger.error(Object.assign(new Error('words'), { code: 'no code: words' }));
  logger.error('words');
  expect(told).toEqual([
    'a_code: a library of Slack reported an error',
    'library_error: a library of Slack reported an error',
    'library_error: a library of Slack reported an error',
  ]);
});

test('each kind of trouble is told at most once a minute, whichever way the clock is set', () => {
  let nowMs = 1_000_000;
  const faults: Fault[] = [];
  const tell = makeTell(
    (fault) => faults.push(fault),
    () => new Date(nowMs),
  );
  const told = (code: string, atMs: number) => {
    nowMs = atMs;
    tell(code, 'something');
    return faults.length;
  };
  expect([
    told('a', 1_000_000),
    told('a', 1_059_999),
    told('b', 1_059_999),
    told('a', 1_060_000),
    told('a', 100_000),
  ]).toEqual([1, 1, 2, 3, 4]);
  expect(faults[0]).toMatchObject({ name: 'SlackFault', code: 'a', retryable: false });
});
