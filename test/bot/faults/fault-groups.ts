import type { Failing, FaultGroup, Sees } from './fault-case.ts';
import type { FaultName } from './fault-names.ts';

const once = 1;
const always = Infinity;

/** These pass by themselves; nothing was done. */
const passing = [
  'asked to wait (429)',
  'HTTP 500',
  'an HTML page (503)',
  'no answer, nothing done',
  'connection broken, nothing done',
  'service_unavailable',
] as const satisfies readonly FaultName[];

/** One of each kind. */
const lasting = [
  'asked to wait (429)',
  'an HTML page (503)',
  'no answer, nothing done',
  'connection broken, nothing done',
] as const satisfies readonly FaultName[];

const lost = [
  'no answer, but done',
  'connection broken, but done',
] as const satisfies readonly FaultName[];

const signedOut = ['token_revoked', 'missing_scope'] as const satisfies readonly FaultName[];

/** Faults that are often listed together, and how they are called; the longest lists first. */
export const faultSets: readonly {
  readonly name: string;
  readonly members: readonly FaultName[];
}[] = [
  { name: 'no good answer', members: passing },
  { name: 'no good answer', members: lasting },
  { name: 'done, but its answer lost', members: lost },
  { name: 'token revoked; scope missing', members: signedOut },
];

const whole: Sees = { posted: 'whole' };
const noPicture: Sees = { posted: 'noPicture' };
const told = (...words: readonly string[]): Sees => ({ told: words });
const direct = (...words: readonly string[]): Sees => ({ direct: words });

const wentWrong =
  'Something went wrong (ref 7F3A), and your question was not answered. Ask again in a minute. If it happens again, give this reference to whoever runs this service.';
const notPosted = (rest: string) => `The answer to your question was not posted: ${rest}`;
const unsure = (because: string) =>
  `The answer to your question may have been posted, or may not: ${because}. Look in the channel first, so that it is not posted twice. If it is not there, it can be sent again.`;

const busy = notPosted('Slack was taking no more messages. Wait a few minutes, then ask again.');
const unreachable = notPosted(
  'Slack could not be reached for some time. Wait a few minutes, then ask again.',
);
const archived = notPosted(
  'the channel has been archived. Choose another channel, or have this one restored. Then ask again.',
);
const tooManyRequests =
  'Slack is taking no more requests for now, so this question was not taken. Ask again in a minute.';
const unreachableNow = lasting.filter((fault) => fault !== 'asked to wait (429)');

/** A read that a question needs before it is taken. */
const beforeTaken: FaultGroup['rows'] = [
  { faults: [...passing, ...lost], times: once, sees: whole },
  { faults: ['asked to wait (429)'], times: always, sees: told(tooManyRequests) },
  { faults: [...unreachableNow, ...signedOut], times: always, sees: told(wentWrong) },
];

/** A read without which an answer is not posted. */
const beforePosted: FaultGroup['rows'] = [
  { faults: [...passing, ...lost], times: once, sees: whole },
  { faults: ['asked to wait (429)'], times: always, sees: direct(busy) },
  { faults: unreachableNow, times: always, sees: direct(unreachable) },
  { faults: signedOut, times: always, sees: direct(wentWrong) },
];
const misspelt =
  'There is no key called ‘regin’. Did you mean region? Try: /mobility region:Alderton since:lift-date';
const misspeltInForm = misspelt.replace('/mobility ', '');
const formNotOpened =
  'Slack did not say that the form is open (ref 7F3A). If you do not see it, try again, or type your question after /mobility.';
const notMember =
  'The bot is not a member of this channel, so it cannot answer here. Invite it to the channel, then ask again.';
const denied =
  'Places of this size cannot be asked about here. Here you can ask about regions and larger places.';

/** Refused once, so that a file is deleted, or somebody told. */
const archivedOnce: Failing = { call: 'chat.postMessage', fault: 'is_archived', times: once };
const badLayoutOnce: Failing = { call: 'chat.postMessage', fault: 'invalid_blocks', times: once };
const busyOnce: Failing = { call: 'chat.postMessage', fault: 'asked to wait (429)', times: once };

/** All that may go wrong between the bot and Slack, call by call, and what people see of it. */
export const faultGroups: readonly FaultGroup[] = [
  {
    step: 'The channel is read, as the question is asked',
    act: 'ask',
    call: 'conversations.info',
    rows: [...beforeTaken, { faults: ['channel_not_found'], times: once, sees: told(notMember) }],
  },
  {
    step: 'Who is in the channel is read, as the question is asked',
    act: 'ask',
    call: 'conversations.members',
    rows: [...beforeTaken, { faults: ['channel_not_found'], times: once, sees: told(notMember) }],
  },
  {
    step: 'Who asks is read, as the question is asked',
    act: 'ask',
    call: 'users.info',
    rows: beforeTaken,
  },
  {
    step: 'A place for the picture is asked for',
    act: 'ask',
    call: 'files.getUploadURLExternal',
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: [...lasting, ...signedOut], times: always, sees: noPicture },
    ],
  },
  {
    step: 'The picture is sent',
    act: 'ask',
    call: 'upload',
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: lasting, times: always, sees: noPicture },
    ],
  },
  {
    step: 'The upload is completed',
    act: 'ask',
    call: 'files.completeUploadExternal',
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: [...lasting, ...signedOut], times: always, sees: noPicture },
    ],
  },
  {
    step: 'Slack looks at the picture, until it can be shown',
    act: 'ask',
    call: 'files.info',
    rows: [
      { faults: [...passing, ...lost, 'file_not_found'], times: once, sees: whole },
      { faults: [...lasting, ...signedOut, 'file_not_found'], times: always, sees: noPicture },
    ],
  },
  {
    step: 'The channel is read anew, right before the post',
    act: 'ask',
    call: 'conversations.info',
    after: 1,
    rows: [
      ...beforePosted,
      {
        faults: ['channel_not_found'],
        times: once,
        sees: direct(
          'The answer to your question was not posted. The bot is not a member of that channel, so it cannot answer there. Invite it to the channel, then ask again.',
        ),
      },
    ],
  },
  {
    step: 'Who is in the channel is read anew, right before the post',
    act: 'ask',
    call: 'conversations.members',
    after: 1,
    rows: beforePosted,
  },
  {
    step: 'The answer is posted',
    act: 'ask',
    call: 'chat.postMessage',
    rows: [
      { faults: ['asked to wait (429)', 'service_unavailable'], times: once, sees: whole },
      { faults: ['asked to wait (429)'], times: 4, sees: direct(busy) },
      { faults: ['service_unavailable'], times: 4, sees: direct(unreachable) },
      { faults: ['invalid_blocks', 'msg_too_long'], times: 1, sees: noPicture },
      { faults: ['invalid_blocks', 'msg_too_long'], times: 2, sees: { posted: 'words' } },
      {
        faults: ['invalid_blocks'],
        times: 3,
        sees: direct(
          notPosted(
            'Slack did not accept its layout. Please tell whoever runs this service. Once it is put right, ask again.',
          ),
        ),
      },
      {
        faults: ['msg_too_long'],
        times: 3,
        sees: direct(
          notPosted(
            'it was too long for one message. Choose fewer places or a shorter time, then ask again.',
          ),
        ),
      },
      {
        faults: ['not_in_channel'],
        times: once,
        sees: direct(
          notPosted('this bot is not in the channel. Add this bot to the channel, then ask again.'),
        ),
      },
      { faults: ['is_archived'], times: once, sees: direct(archived) },
      {
        faults: ['channel_not_found'],
        times: once,
        sees: direct(
          notPosted(
            'the channel is gone, or this bot cannot see it. Add this bot to the channel, or choose another. Then ask again.',
          ),
        ),
      },
      {
        faults: ['token_revoked'],
        times: once,
        sees: direct(
          notPosted(
            'Slack did not let this bot sign in. Please tell whoever runs this service. Once it is put right, ask again.',
          ),
        ),
      },
      {
        faults: ['missing_scope'],
        times: once,
        sees: direct(
          notPosted(
            'this bot lacks a permission that it needs in Slack. Please tell whoever runs this service. Once it is put right, ask again.',
          ),
        ),
      },
      {
        faults: ['HTTP 500', 'an HTML page (503)', 'fatal_error'],
        times: once,
        sees: direct(unsure('Slack failed while it took the message')),
      },
      {
        faults: ['no answer, nothing done'],
        times: once,
        sees: direct(unsure('Slack did not reply in time')),
      },
      {
        faults: ['connection broken, nothing done'],
        times: once,
        sees: direct(unsure('the connection to Slack broke')),
      },
      {
        faults: ['no answer, but done'],
        times: once,
        sees: { ...whole, ...direct(unsure('Slack did not reply in time')) },
      },
      {
        faults: ['connection broken, but done'],
        times: once,
        sees: { ...whole, ...direct(unsure('the connection to Slack broke')) },
      },
    ],
  },
  {
    step: 'The answer is posted, and Slack says which message shows its picture',
    act: 'ask',
    call: 'chat.postMessage',
    tells: true,
    rows: [
      { faults: lost, times: once, sees: whole },
      {
        faults: ['no answer, nothing done'],
        times: once,
        sees: direct(unsure('Slack did not reply in time')),
      },
    ],
  },
  {
    step: 'The picture of an answer that Slack did not take is deleted, before the next try',
    act: 'ask',
    call: 'files.delete',
    also: [busyOnce],
    rows: [
      { faults: [...passing, ...lost, ...signedOut], times: once, sees: whole },
      {
        faults: [...lasting, ...signedOut],
        times: always,
        sees: direct(
          notPosted(
            'something went wrong while it was made. You can ask again. If it fails once more, tell whoever runs this service.',
          ),
        ),
      },
    ],
  },
  {
    step: 'The answer is posted without its picture, of which Slack did not take the layout',
    act: 'ask',
    call: 'chat.postMessage',
    also: [badLayoutOnce],
    rows: [
      { faults: ['asked to wait (429)'], times: once, sees: whole },
      {
        faults: ['connection broken, but done'],
        times: once,
        sees: { ...noPicture, ...direct(unsure('the connection to Slack broke')) },
      },
    ],
  },
  {
    step: 'The picture of an answer that stands without it is deleted',
    act: 'ask',
    call: 'files.delete',
    also: [badLayoutOnce],
    rows: [
      { faults: [...lasting, ...lost], times: once, sees: noPicture },
      { faults: [...lasting, ...signedOut], times: always, sees: noPicture },
    ],
  },
  {
    step: 'The asker is told something at once',
    act: 'misspell',
    call: 'response_url',
    rows: [
      { faults: passing, times: once, sees: direct(misspelt) },
      { faults: lost, times: once, sees: { ...told(misspelt), ...direct(misspelt) } },
    ],
  },
  {
    step: 'Whoever named the bot in a message is told something at once',
    act: 'mention',
    call: 'chat.postEphemeral',
    rows: [
      {
        faults: [...passing, ...signedOut, 'channel_not_found'],
        times: once,
        sees: direct(misspelt),
      },
      { faults: lost, times: once, sees: { ...told(misspelt), ...direct(misspelt) } },
    ],
  },
  {
    step: 'The asker is told in a direct message that their answer was not posted',
    act: 'ask',
    call: 'chat.postMessage',
    also: [archivedOnce],
    rows: [
      { faults: [...passing, 'invalid_blocks', ...signedOut], times: once, sees: direct(archived) },
      { faults: lost, times: once, sees: direct(archived, archived) },
    ],
  },
  {
    step: 'The groups of somebody are read, who may not ask that there',
    act: 'denied',
    call: 'usergroups.users.list',
    rows: [
      { faults: [...passing, ...lost], times: once, sees: told(denied) },
      { faults: [...lasting, ...signedOut], times: always, sees: told(denied) },
    ],
  },
  {
    step: 'The direct message is opened, for an answer to the asker alone',
    act: 'alone',
    call: 'conversations.open',
    rows: [...beforeTaken, { faults: ['user_disabled'], times: once, sees: told(wentWrong) }],
  },
  {
    step: 'A button opens the form in which a question is changed',
    act: 'change',
    call: 'views.open',
    rows: [
      {
        faults: [...passing, ...signedOut, 'expired_trigger_id'],
        times: once,
        sees: told(formNotOpened),
      },
      { faults: lost, times: once, sees: { ...told(formNotOpened), opened: true } },
    ],
  },
  {
    step: 'The command alone opens the form in which a question is put together',
    act: 'compose',
    call: 'views.open',
    rows: [
      {
        faults: [...passing, ...signedOut, 'expired_trigger_id'],
        times: once,
        sees: told(formNotOpened),
      },
      { faults: lost, times: once, sees: { ...told(formNotOpened), opened: true } },
    ],
  },
  {
    step: 'The channel is read, as the form is sent',
    act: 'submit',
    call: 'conversations.info',
    rows: [
      {
        faults: ['HTTP 500', 'an HTML page (503)', 'connection broken, nothing done'],
        times: once,
        sees: told(misspeltInForm),
      },
      { faults: ['asked to wait (429)'], times: 2, sees: direct(misspelt) },
      {
        faults: ['an HTML page (503)', 'connection broken, nothing done', ...signedOut],
        times: always,
        sees: told(wentWrong),
      },
      { faults: ['no answer, nothing done'], times: always, sees: direct(wentWrong) },
    ],
  },
  {
    step: 'The page of the bot is shown',
    act: 'home',
    call: 'views.publish',
    rows: [
      { faults: [...passing, ...signedOut], times: once, sees: {} },
      { faults: lost, times: once, sees: { opened: true } },
    ],
  },
];
