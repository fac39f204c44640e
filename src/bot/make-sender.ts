import { Fault } from '#src/fault.ts';
import { sayNotice } from '#src/summary/say-notice.ts';
import { notice } from '#src/state/notice.ts';
import type { Claim } from '#src/state/message.ts';
import type { KeepFile, PostOutcome, Prepared, Sender } from '#src/state/sender.ts';
import type { DeliveringParts } from './delivering-parts.ts';
import { noticeAbout } from './notice-about.ts';
import { prepareAnswer } from './prepare-answer.ts';
import { removeFile } from './remove-file.ts';
import { sayFault } from '#src/say-fault.ts';
import { wordsPost } from './say.ts';
import { resendButton } from './resend-button.ts';
import { waitingQuestion } from './question.ts';

/** Posts what waits in the outbox: a question is answered when its turn comes, from the release and in the room as they then are. */
export function makeSender(parts: DeliveringParts): Sender {
  return {
    prepare: async (claim, keep) => {
      const isClean = claim.file === undefined || (await removeFile(claim, claim.file, parts));
      if (!isClean) return { kind: 'notPosted', reason: 'file_left', retryAfterMs: undefined };
      let kept: string | undefined;
      const keepNoting: KeepFile = async (file) => {
        const isMine = await keep(file);
        if (isMine) kept = file;
        return isMine;
      };
      try {
        return claim.kind === 'notice'
          ? await prepareNotice(claim, parts)
          : await prepare(claim, keepNoting, parts);
      } catch (error) {
        // The state is out of reach: the next worker goes on. Anything else would break that one too.
        if (error instanceof Fault && error.name === 'StoreFault') throw error;
        if (kept !== undefined) await removeFile(claim, kept, parts);
        return { kind: 'refused', reason: 'fault', refusal: sayFault(parts.report(error), error) };
      }
    },
    find: async ({ channel, file }) => {
      if (file === undefined) return { kind: 'notFound' };
      const ts = await parts.slack.findByFile(channel, file).catch(() => undefined);
      return ts === undefined ? { kind: 'notFound' } : { kind: 'found', ts };
    },
  };
}

/** What this version cannot read is nobody's to post: a later version put it. */
const unreadable: Prepared = { kind: 'refused', reason: 'unreadable' };

function prepare(claim: Claim, keep: KeepFile, parts: DeliveringParts): Promise<Prepared> {
  const question = waitingQuestion.safeParse(claim.body);
  return question.success
    ? prepareAnswer({ claim, question: question.data, keep }, parts)
    : Promise.resolve(unreadable);
}

/** A notice goes to a person, and holds no figures. */
async function prepareNotice(claim: Claim, parts: DeliveringParts): Promise<Prepared> {
  const told = notice.safeParse(claim.body);
  if (!told.success) return unreadable;
  const buttons = resendButton(told.data, claim.owner, parts.mac);
  const about = await noticeAbout(told.data, parts.store);
  const content = wordsPost(sayNotice(told.data), { about, buttons });
  return {
    kind: 'ready',
    content,
    record: () => Promise.resolve(),
    post: async () => goOn(await parts.slack.post(claim.channel, content, undefined), claim, parts),
  };
}

/** What Slack refuses now may be put right within the week that a notice is tried. */
function goOn(outcome: PostOutcome, { attempts }: Claim, { report }: DeliveringParts): PostOutcome {
  if (outcome.kind !== 'refused' || nobodyThere.has(outcome.reason)) return outcome;
  const { reason } = outcome;
  if (attempts === 1)
    report(
      new Fault('SlackFault', reason, `a notice was not posted, and is tried again (${reason})`),
    );
  return { kind: 'notPosted', reason, retryAfterMs: undefined };
}

const nobodyThere: ReadonlySet<string> = new Set([
  'cannot_dm_bot',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
]);
