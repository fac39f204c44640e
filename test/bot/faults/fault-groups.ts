import type { FaultGroup, Failing, Sees } from './fault-case.ts';
import type { FaultName } from './fault-names.ts';

const once = 1;
const always = Infinity;

const passing = [
  'asked to wait (429)',
  'HTTP 500',
  'an HTML page (503)',
  'no answer, nothing done',
  'connection broken, nothing done',
  'service_unavailable',
] as const satisfies readonly FaultName[];
const lost = [
  'no answer, but done',
  'connection broken, but done',
] as const satisfies readonly FaultName[];
const signedOut = ['token_revoked', 'missing_scope'] as const satisfies readonly FaultName[];

const whole: Sees = { posted: 'whole' };
const noPicture: Sees = { posted: 'noPicture' };
const wentWrong =
  'Something went wrong (ref 7F3A), and your question was not answered. Ask again in a minute. If it happens again, give this reference to whoever runs this service.';
const told: Sees = { told: [wentWrong] };
const q: Sees = { told: ['?'] };

/** A post that is surely refused leads to words in a direct message. */
const archived: Failing = { call: 'chat.postMessage', fault: 'is_archived', times: once };
const busyOnce: Failing = { call: 'chat.postMessage', fault: 'asked to wait (429)', times: once };

/** All that may go wrong between the bot and Slack, call by call, and what people see of it. */
export const faultGroups: readonly FaultGroup[] = [
  {
    step: 'The channel is read, as the question is asked',
    act: 'ask',
    call: 'conversations.info',
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: [...passing, ...signedOut], times: always, sees: told },
      { faults: ['channel_not_found'], times: once, sees: q },
    ],
  },
  {
    step: 'Its members are read, as the question is asked',
    act: 'ask',
    call: 'conversations.members',
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: [...passing, ...signedOut], times: always, sees: told },
      { faults: ['channel_not_found'], times: once, sees: q },
    ],
  },
  {
    step: 'The asker is read, as the question is asked',
    act: 'ask',
    call: 'users.info',
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: [...passing, ...signedOut], times: always, sees: told },
    ],
  },
  {
    step: 'A place for the picture is asked for',
    act: 'ask',
    call: 'files.getUploadURLExternal',
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: [...passing, ...signedOut], times: always, sees: noPicture },
    ],
  },
  {
    step: 'The picture is sent',
    act: 'ask',
    call: 'upload',
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: passing, times: always, sees: noPicture },
    ],
  },
  {
    step: 'The upload is completed',
    act: 'ask',
    call: 'files.completeUploadExternal',
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: [...passing, ...signedOut], times: always, sees: noPicture },
    ],
  },
  {
    step: 'Slack looks at the picture',
    act: 'ask',
    call: 'files.info',
    rows: [
      { faults: [...passing, ...lost, 'file_not_found'], times: once, sees: whole },
      { faults: [...passing, ...signedOut, 'file_not_found'], times: always, sees: noPicture },
    ],
  },
  {
    step: 'The channel is read anew, right before the post',
    act: 'ask',
    call: 'conversations.info',
    after: 1,
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: [...passing, ...signedOut], times: always, sees: q },
      { faults: ['channel_not_found'], times: once, sees: q },
    ],
  },
  {
    step: 'Its members are read anew, right before the post',
    act: 'ask',
    call: 'conversations.members',
    after: 1,
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: [...passing, ...signedOut], times: always, sees: q },
    ],
  },
  {
    step: 'The answer is posted',
    act: 'ask',
    call: 'chat.postMessage',
    rows: [
      { faults: ['asked to wait (429)', 'service_unavailable'], times: once, sees: whole },
      { faults: ['asked to wait (429)', 'service_unavailable'], times: 4, sees: q },
      { faults: ['invalid_blocks', 'msg_too_long'], times: 1, sees: noPicture },
      { faults: ['invalid_blocks', 'msg_too_long'], times: 2, sees: { posted: 'words' } },
      { faults: ['invalid_blocks', 'msg_too_long'], times: 3, sees: q },
      {
        faults: ['not_in_channel', 'is_archived', 'channel_not_found', ...signedOut],
        times: once,
        sees: q,
      },
      {
        faults: [
          'HTTP 500',
          'an HTML page (503)',
          'no answer, nothing done',
          'connection broken, nothing done',
          'fatal_error',
        ],
        times: once,
        sees: q,
      },
      { faults: lost, times: once, sees: { ...whole, direct: ['?'] } },
    ],
  },
  {
    step: 'The answer is posted, and Slack names the message that shows a file',
    act: 'ask',
    call: 'chat.postMessage',
    tells: true,
    rows: [
      { faults: lost, times: once, sees: whole },
      {
        faults: ['no answer, nothing done', 'connection broken, nothing done'],
        times: once,
        sees: q,
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
      { faults: [...passing, ...signedOut], times: always, sees: q },
    ],
  },
  {
    step: 'The asker is told something at once',
    act: 'misspell',
    call: 'response_url',
    rows: [
      { faults: passing, times: once, sees: q },
      { faults: lost, times: once, sees: q },
    ],
  },
  {
    step: 'The asker is told in a direct message that their answer was not posted',
    act: 'ask',
    call: 'chat.postMessage',
    after: 1,
    also: [],
    rows: [],
  },
  {
    step: 'A button opens the form in which a question is changed',
    act: 'change',
    call: 'views.open',
    rows: [
      { faults: [...passing, ...signedOut, 'expired_trigger_id'], times: once, sees: q },
      { faults: lost, times: once, sees: { ...q, opened: true } },
    ],
  },
  {
    step: 'The channel is read, as the form is sent',
    act: 'submit',
    call: 'conversations.info',
    rows: [
      { faults: passing, times: once, sees: q },
      { faults: [...passing, ...signedOut], times: always, sees: q },
    ],
  },
  {
    step: 'The direct message is opened for an answer to the asker alone',
    act: 'alone',
    call: 'conversations.open',
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: [...passing, ...signedOut, 'user_disabled'], times: always, sees: told },
    ],
  },
  {
    step: 'The groups of the asker are read for an answer to them alone',
    act: 'alone',
    call: 'usergroups.users.list',
    rows: [],
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
