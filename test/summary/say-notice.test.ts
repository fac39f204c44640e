import { expect, test } from 'vitest';
import { refusedReasons, unknownReasons } from '#src/summary/notice-reasons.ts';
import { sayNotice } from '#src/summary/say-notice.ts';
import { notice, type Notice } from '#src/state/notice.ts';

const message = (kind: 'answer' | 'digest' | 'notice') => ({
  key: 'answer:1',
  kind,
  channel: 'C0123456789',
});
type Refused = Extract<Notice, { readonly kind: 'refused' | 'unknown' }>;
const refused = (reason: string, kind: 'answer' | 'digest' | 'notice' = 'answer'): Refused => ({
  kind: 'refused',
  message: message(kind),
  reason,
});
const unknown = (reason: string): Notice => ({
  kind: 'unknown',
  message: message('answer'),
  reason,
});
const say = (told: Notice): string => {
  const { message, next } = sayNotice(notice.parse(told));
  return `${message} ${next}`;
};

const mended = 'Please tell whoever runs this service. Once it is put right, ask again.';
const wait = 'Wait a few minutes, then ask again.';
const again = 'You can ask again. If it fails once more, tell whoever runs this service.';

test.each([
  [
    'is_archived',
    'the channel has been archived',
    'Choose another channel, or have this one restored. Then ask again.',
  ],
  [
    'channel_not_found',
    'the channel is gone, or this bot cannot see it',
    'Add this bot to the channel, or choose another. Then ask again.',
  ],
  [
    'not_in_channel',
    'this bot is not in the channel',
    'Add this bot to the channel, then ask again.',
  ],
  [
    'restricted_action',
    'this bot is not allowed to post in the channel',
    'Ask whoever manages the channel to let it post, or choose another channel. Then ask again.',
  ],
  [
    'thread_not_found',
    'the thread it belongs to takes no more replies',
    'Go to the channel itself, then ask again.',
  ],
  ['token_revoked', 'Slack did not let this bot sign in', mended],
  ['account_inactive', 'Slack did not let this bot sign in', mended],
  ['missing_scope', 'this bot lacks a permission that it needs in Slack', mended],
  ['cannot_dm_bot', 'Slack does not let this bot send direct messages to that person', mended],
  ['invalid_blocks', 'Slack did not accept its layout', mended],
  [
    'msg_too_long',
    'it was too long for one message',
    'Choose fewer places or a shorter time, then ask again.',
  ],
  ['ratelimited', 'Slack was taking no more messages', wait],
  ['unreachable', 'Slack could not be reached for some time', wait],
  ['timeout', 'Slack could not be reached for some time', wait],
  ['service_unavailable', 'Slack could not be reached for some time', wait],
  [
    'not_permitted',
    'it may not be shown there at present',
    'Choose another channel, then ask again.',
  ],
  ['fault', 'something went wrong while it was made', again],
  ['too_many_attempts', 'it was tried several times and never ready', again],
])('%s is told', (reason, because, next) => {
  expect(say(refused(reason))).toBe(
    `The answer to your question was not posted: ${because}. ${next}`,
  );
});

test.each([
  ['timeout', 'Slack did not reply in time'],
  ['connection_lost', 'the connection to Slack broke'],
  ['internal_error', 'Slack failed while it took the message'],
  ['taken_over', 'this bot was stopped while it posted'],
  ['too_many_attempts', 'this bot was stopped each time it looked for it'],
  ['something_new', 'Slack did not confirm it'],
])('that a message may have been posted is told (%s)', (reason, because) => {
  expect(say(unknown(reason))).toBe(
    `The answer to your question may have been posted, or may not: ${because}. Look in the channel first, so that it is not posted twice. If it is not there, it can be sent again.`,
  );
});

test.each([
  [
    'a digest',
    refused('not_in_channel', 'digest'),
    'Your digest was not posted: this bot is not in the channel. Add this bot to the channel, then have it sent again.',
  ],
  [
    'a notice',
    refused('ratelimited', 'notice'),
    'A message to you was not posted: Slack was taking no more messages. Wait a few minutes, then have it sent again.',
  ],
  [
    'a code that nobody knows',
    refused('something_new'),
    'The answer to your question was not posted. Try to ask again. If it happens again, tell whoever runs this service.',
  ],
  [
    'a code by the name of what every object has',
    refused('constructor'),
    'The answer to your question was not posted. Try to ask again. If it happens again, tell whoever runs this service.',
  ],
  [
    'a refusal',
    {
      ...refused('not_permitted'),
      refusal: { message: 'This channel is archived.', next: 'Ask in another.' },
    },
    'This channel is archived. Ask in another.',
  ],
  [
    'words',
    { kind: 'words', message: 'Your digest has stopped.', next: 'Start it again.' },
    'Your digest has stopped. Start it again.',
  ],
  [
    'a job',
    {
      kind: 'jobFailed',
      job: { id: '0f6a2b1c-1111-2222-3333-444455556666', kind: 'weekly-digest', key: 'digest:1' },
      attempts: 5,
      reason: 'lost',
    },
    'A task (weekly digest) that was to be done for you was tried 5 times and failed. It will not be tried again. If you still need it, tell whoever runs this service. The reference is 0f6a2b1c.',
  ],
  [
    'a job without a name',
    { kind: 'jobFailed', job: { id: 'a1', kind: '', key: '' }, attempts: 1, reason: 'lost' },
    'A task that was to be done for you was tried once and failed. It will not be tried again. If you still need it, tell whoever runs this service. The reference is a1.',
  ],
] satisfies readonly (readonly [string, Notice, string])[])('%s is told', (_, told, words) => {
  expect(say(told)).toBe(words);
});

test('every reason is told in whole, plain, short sentences, and no code is said', () => {
  const all = [...refusedReasons.keys()].map((code) => [code, say(refused(code))] as const);
  const unsure = [...unknownReasons.keys()].map((code) => [code, say(unknown(code))] as const);
  expect(all.length).toBeGreaterThan(40);
  for (const [code, words] of [...all, ...unsure]) {
    expect(words, code).toMatch(/^[A-Z].*\.$/u);
    expect(words, code).not.toMatch(/[_<>*`]|\.\.|undefined/u);
    for (const sentence of words.split('. '))
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(25);
  }
});
