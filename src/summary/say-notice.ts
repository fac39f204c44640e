import type { Notice, NoticeWords } from '#src/state/notice.ts';
import { refusedReasons, unknownReasons } from '#src/summary/notice-reasons.ts';

type Message = Extract<Notice, { readonly kind: 'refused' | 'unknown' }>;
type Job = Extract<Notice, { readonly kind: 'jobFailed' }>;

/** How each kind of message is called, and how its owner gets it another time. */
const messages: Readonly<
  Record<Message['message']['kind'], { readonly what: string; readonly again: string }>
> = {
  answer: { what: 'The answer to your question', again: 'ask again' },
  digest: { what: 'Your digest', again: 'have it sent again' },
  notice: { what: 'A message to you', again: 'have it sent again' },
};

/** What a notice tells the owner of a message or a job: what happened to it, and what to do. A refusal in it is told in its own words. Plain text. */
export function sayNotice(told: Notice): NoticeWords {
  switch (told.kind) {
    case 'refused':
      return sayRefused(told);
    case 'unknown':
      return sayUnknown(told);
    case 'jobFailed':
      return sayJob(told);
    case 'words':
      return { message: told.message, next: told.next };
    default:
      return told satisfies never;
  }
}

function sayRefused({ message, reason, refusal }: Message): NoticeWords {
  if (refusal !== undefined) return refusal;
  const { what, again } = messages[message.kind];
  const known = refusedReasons.get(reason);
  return known === undefined
    ? {
        message: `${what} was not posted.`,
        next: `Try to ${again}. If it happens again, tell whoever runs this service.`,
      }
    : { message: `${what} was not posted: ${known.because}.`, next: known.next(again) };
}

/** Nobody can tell: a second post is worse than a look. */
function sayUnknown({ message, reason }: Message): NoticeWords {
  const { what } = messages[message.kind];
  const because = unknownReasons.get(reason) ?? 'Slack did not confirm it';
  return {
    message: `${what} may have been posted, or may not: ${because}.`,
    next: 'Look in the channel first, so that it is not posted twice. If it is not there, it can be sent again.',
  };
}

function sayJob({ job, attempts }: Job): NoticeWords {
  const what = job.kind === '' ? 'A task' : `A task (${job.kind.replaceAll('-', ' ')})`;
  const times = attempts === 1 ? 'once' : `${attempts} times`;
  return {
    message: `${what} that was to be done for you was tried ${times} and failed. It will not be tried again.`,
    next: `If you still need it, tell whoever runs this service. The reference is ${job.id.slice(0, 8)}.`,
  };
}
