import { describe, expect, test } from 'vitest';
import type { PostResult } from '#src/slack-port.ts';
import type { FakeChannel, SlackFailure } from '#test/support/slack/start-fake-slack.ts';
import { answerWith, countCalls, faultOf, upload, withRig, words } from './rig.ts';

test(
  'a post says what it is called, in a channel, a thread and with a person',
  withRig(async ({ fake, slack }) => {
    const channel = fake.addChannel();
    const person = fake.addUser();
    const first = await slack.post(channel.id, words, undefined);
    const [posted] = fake.messages(channel.id);
    expect(first).toEqual({ kind: 'posted', ts: posted?.ts, shown: 'whole' });
    await slack.post(channel.id, words, posted?.ts);
    expect(fake.messages(channel.id)[1]).toMatchObject({ threadTs: posted?.ts });
    expect(await slack.post(person.id, words, undefined)).toMatchObject({ kind: 'posted' });
    expect(fake.messages().at(-1)?.channel).toMatch(/^D/u);
  }),
);

/** What goes wrong, what is known of the post, and how many messages are there afterwards. */
const failures: readonly (readonly [string, SlackFailure, PostResult, number])[] = [
  [
    '429',
    { kind: 'ratelimited', retryAfterS: 2 },
    { kind: 'notPosted', reason: 'ratelimited', retryAfterMs: 2000 },
    0,
  ],
  [
    'too busy',
    { kind: 'error', error: 'service_unavailable' },
    { kind: 'notPosted', reason: 'service_unavailable', retryAfterMs: undefined },
    0,
  ],
  ['500', { kind: 'http', status: 500 }, { kind: 'unknown', reason: 'unavailable' }, 0],
  [
    'a page of HTML, 503',
    { kind: 'http', status: 503 },
    { kind: 'unknown', reason: 'unavailable' },
    0,
  ],
  [
    'a page of HTML, 200',
    { kind: 'http', status: 200 },
    { kind: 'unknown', reason: 'unavailable' },
    0,
  ],
  ['no answer', { kind: 'hang' }, { kind: 'unknown', reason: 'timeout' }, 0],
  ['no answer, but posted', { kind: 'hangAfter' }, { kind: 'unknown', reason: 'timeout' }, 1],
  ['broken', { kind: 'reset' }, { kind: 'unknown', reason: 'connection_lost' }, 0],
  ['broken, but posted', { kind: 'resetAfter' }, { kind: 'unknown', reason: 'connection_lost' }, 1],
  [
    'a failure half way',
    { kind: 'error', error: 'fatal_error' },
    { kind: 'unknown', reason: 'fatal_error' },
    0,
  ],
  [
    'a failure within Slack',
    { kind: 'error', error: 'internal_error' },
    { kind: 'unknown', reason: 'internal_error' },
    0,
  ],
  ...[
    'account_inactive',
    'channel_not_found',
    'is_archived',
    'missing_scope',
    'not_in_channel',
    'restricted_action',
    'token_revoked',
  ].map(
    (error) => [error, { kind: 'error', error }, { kind: 'refused', reason: error }, 0] as const,
  ),
];

test.each(failures)(
  'a post is sent once, whatever becomes of it: %s',
  (_, failure, result, count) =>
    withRig(async (rig) => {
      const channel = rig.fake.addChannel();
      rig.fake.fail('chat.postMessage', failure);
      expect(await rig.slack.post(channel.id, answerWith(undefined), undefined)).toEqual(result);
      expect(countCalls(rig, 'chat.postMessage')).toBe(1);
      expect(rig.fake.messages()).toHaveLength(count);
    })(),
);

test(
  'where no connection is made nothing was posted',
  withRig(async ({ fake, slack }) => {
    fake.down();
    expect(await slack.post('C0CHANNEL', words, undefined)).toEqual({
      kind: 'notPosted',
      reason: 'unreachable',
      retryAfterMs: undefined,
    });
  }),
);

test.each<[string, Partial<FakeChannel>]>([
  ['not_in_channel', { hasBot: false }],
  ['channel_not_found', { kind: 'private', hasBot: false }],
  ['is_archived', { isArchived: true }],
  ['restricted_action', { isFrozen: true }],
])('a channel where the bot cannot post refuses: %s', (reason, channel) =>
  withRig(async ({ fake, slack }) => {
    const { id } = fake.addChannel(channel);
    expect(await slack.post(id, words, undefined)).toEqual({ kind: 'refused', reason });
  })(),
);

describe('a layout that Slack does not take', () => {
  const invalid: SlackFailure = { kind: 'error', error: 'invalid_blocks' };

  test(
    'loses the picture that Slack cannot show, and the operator hears where it was',
    withRig(async ({ fake, slack, reports }) => {
      const channel = fake.addChannel();
      expect(await slack.post(channel.id, answerWith('F0GONE'), undefined)).toMatchObject({
        kind: 'posted',
        shown: 'noPicture',
      });
      expect(fake.messages()).toHaveLength(1);
      expect(reports).toMatchObject([{ name: 'SlackFault', code: 'invalid_blocks' }]);
      expect(String(reports[0])).toMatch(
        /chat\.postMessage: Slack did not take the layout \(whole: invalid_blocks\) at \/blocks\/\d/u,
      );
    }),
  );

  test(
    'then shows its words alone',
    withRig(async (rig) => {
      const channel = rig.fake.addChannel();
      const file = await upload(rig);
      rig.fake.fail('chat.postMessage', invalid, { times: 2 });
      expect(await rig.slack.post(channel.id, answerWith(file), undefined)).toMatchObject({
        kind: 'posted',
        shown: 'words',
      });
      expect(rig.fake.messages()).toHaveLength(1);
      expect(rig.fake.messages()[0]?.text).toContain('Trips fell by 4%.');
      expect(rig.reports).toHaveLength(2);
      expect(rig.fake.orphans()).toHaveLength(1);
    }),
  );

  test(
    'without a picture, goes to its words at once',
    withRig(async (rig) => {
      const channel = rig.fake.addChannel();
      rig.fake.fail('chat.postMessage', { kind: 'error', error: 'msg_blocks_too_long' });
      expect(await rig.slack.post(channel.id, answerWith(undefined), undefined)).toMatchObject({
        shown: 'words',
      });
      expect(countCalls(rig, 'chat.postMessage')).toBe(2);
    }),
  );

  test(
    'is refused where not even its words are taken',
    withRig(async (rig) => {
      const channel = rig.fake.addChannel();
      rig.fake.fail('chat.postMessage', invalid, { times: Infinity });
      expect(await rig.slack.post(channel.id, answerWith('F0FILE'), undefined)).toEqual({
        kind: 'refused',
        reason: 'invalid_blocks',
      });
      expect(countCalls(rig, 'chat.postMessage')).toBe(3);
      expect(rig.reports).toHaveLength(3);
    }),
  );

  test(
    'is not tried on where the next layout may have arrived',
    withRig(async (rig) => {
      const channel = rig.fake.addChannel();
      rig.fake.fail('chat.postMessage', { kind: 'resetAfter' }, { after: 1 });
      expect(await rig.slack.post(channel.id, answerWith('F0GONE'), undefined)).toEqual({
        kind: 'unknown',
        reason: 'connection_lost',
        shown: 'noPicture',
      });
      expect(rig.fake.messages()).toHaveLength(1);
    }),
  );
});

test(
  'a message is changed, once; where Slack does not take the layout it stays as it was',
  withRig(async (rig) => {
    const { fake, slack } = rig;
    const channel = fake.addChannel();
    await slack.post(channel.id, words, undefined);
    const ts = fake.messages()[0]?.ts ?? '';
    const refused = slack.update(channel.id, ts, answerWith('F0GONE'));
    expect(await faultOf(refused)).toMatchObject({ code: 'invalid_blocks', retryable: false });
    const [before] = fake.messages();
    expect(before?.text).toContain(words.message);
    expect(before?.updatedAt).toBeUndefined();
    await slack.update(channel.id, ts, { ...words, message: 'Now it says this.' });
    expect(fake.messages()).toHaveLength(1);
    expect(fake.messages()[0]?.text).toContain('Now it says this.');
    expect(fake.messages()[0]?.updatedAt).toBeDefined();
    expect(countCalls(rig, 'chat.update')).toBe(2);
    rig.fake.fail('chat.update', { kind: 'resetAfter' });
    expect(await faultOf(slack.update(channel.id, ts, words))).toMatchObject({
      code: 'unreachable',
    });
    expect(countCalls(rig, 'chat.update')).toBe(3);
    const lost = slack.update(channel.id, '1.000001', words);
    expect(await faultOf(lost)).toMatchObject({ code: 'message_not_found' });
  }),
);
