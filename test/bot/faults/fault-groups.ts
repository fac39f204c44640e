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
const wentWrong =
  'Something went wrong (ref 7F3A), and your question was not answered. Ask again in a minute. If it happens again, give this reference to whoever runs this service.';

const pictureLost: Sees = { posted: 'noPicture' };

/** All that may go wrong between the bot and Slack, call by call, and what people see of it. */
export const faultGroups: readonly FaultGroup[] = [
  {
    step: 'The channel is read, as the question is asked',
    act: 'ask',
    call: 'conversations.info',
    rows: [
      { faults: [...passing, ...lost], times: once, sees: whole },
      { faults: [...passing, ...signedOut], times: always, sees: { told: [wentWrong] } },
      { faults: ['channel_not_found'], times: once, sees: { told: ['?'] } },
    ],
  },
];
