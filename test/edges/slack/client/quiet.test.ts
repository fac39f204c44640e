import { inspect } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import type { SlackFailure } from '#test/support/slack/start-fake-slack.ts';
import {
  aPage,
  anAskForm,
  answerWith,
  channelOf,
  personOf,
  picture,
  startRig,
  typeCommand,
  words,
} from './rig.ts';

afterEach(() => vi.restoreAllMocks());

const failures: readonly SlackFailure[] = [
  { kind: 'error', error: 'invalid_blocks' },
  { kind: 'error', error: 'Text of SECRET WORDS' },
  { kind: 'error', error: 'invalid_auth' },
  { kind: 'http', status: 500 },
  { kind: 'ratelimited', retryAfterS: 9 },
  { kind: 'reset' },
  { kind: 'hang' },
];

test('no fault, outcome, report or line of a log holds the token, an address, or a text', async () => {
  const written: unknown[] = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written.push(text);
      return true;
    });
  for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...said) => written.push(said));
  const said: unknown[] = [];
  let count = 0;
  for (const failure of failures) {
    const { fake, slack, reports } = await startRig({ deadlineMs: 600 });
    const asker = fake.addUser({ name: 'SECRET WORDS' });
    const channel = fake.addChannel({ members: [asker.id], name: 'SECRET WORDS' });
    const { responseUrl, trigger } = await typeCommand(
      { fake, slack, reports, clock: { ms: 0 } },
      asker.id,
      channel.id,
    );
    const place = await slack.reserveFile(picture, 'chart.png');
    for (const method of [...everyMethod, 'upload', 'response_url'])
      fake.fail(method, failure, { times: Infinity });
    const person = personOf(asker);
    const form = { kind: 'change' as const, question: 'SECRET WORDS', state: 'SECRET WORDS' };
    const page = aPage('SECRET WORDS');
    const calls = [
      slack.readRoom(channelOf(channel), person),
      slack.readPerson(person),
      slack.readGroup('S0GROUP'),
      slack.openDirect(person),
      slack.reserveFile(picture, 'SECRET WORDS'),
      slack.sendFile(place, picture, 'SECRET WORDS'),
      slack.deleteFile(place.file),
      slack.post(channel.id, answerWith(place.file), undefined),
      slack.findByFile(channel.id, place.file),
      slack.update(channel.id, '1.000001', words),
      slack.respond(responseUrl, words),
      slack.whisper({ channel: channelOf(channel), person, thread: undefined }, words),
      slack.openForm(trigger, form),
      slack.updateForm({ id: 'V0SECRET', hash: undefined }, anAskForm),
      slack.showHome(person, page),
    ];
    const settled = await Promise.allSettled(calls);
    count += settled.filter(({ status }) => status === 'rejected').length;
    said.push(settled, reports);
    await fake.close();
  }
  vi.restoreAllMocks();
  expect(count).toBe(failures.length * 14);
  expect(written).toEqual([]);
  const everything = inspect([said, written], {
    depth: 20,
    showHidden: true,
    maxStringLength: null,
    maxArrayLength: null,
  });
  expect(everything).toContain('SlackFault');
  expect(everything).not.toMatch(
    /xoxb|SECRET|SECRET WORDS|https?:\/\/|hooks|<!DOCTYPE|127\.0\.0\.1/u,
  );
});

const everyMethod = [
  'auth.test',
  'chat.postEphemeral',
  'chat.postMessage',
  'chat.update',
  'conversations.info',
  'conversations.members',
  'conversations.open',
  'files.completeUploadExternal',
  'files.delete',
  'files.getUploadURLExternal',
  'files.info',
  'usergroups.users.list',
  'users.info',
  'users.list',
  'views.open',
  'views.publish',
  'views.update',
];
