import { answer, type Edges, type Outcome } from '#src/answer.ts';
import { answerEvent } from '#src/audit/answer-event.ts';
import { allowanceSpent, noRelease } from '#src/refusal.ts';
import type { Claim } from '#src/state/message.ts';
import type { KeepFile, Prepared } from '#src/state/sender.ts';
import { answerPost } from './answer-post.ts';
import { audienceOf } from './audience.ts';
import { judgeAtPost } from './judge-at-post.ts';
import type { PostResult } from '#src/slack-port.ts';
import type { DeliveringParts } from './delivering-parts.ts';
import type { WaitingQuestion } from './question.ts';
import { removeFile } from './remove-file.ts';
import { uploadPicture } from './upload-picture.ts';

/** A question whose turn has come. */
export type Turn = {
  readonly claim: Claim;
  readonly question: WaitingQuestion;
  readonly keep: KeepFile;
};

type Answered = Extract<Outcome, { readonly kind: 'answered' }>;

/** Answers a question and uploads its picture; last of all, right before the post, the room is read anew: who is in it now decides. Throws `StoreFault`. */
export async function prepareAnswer(turn: Turn, parts: DeliveringParts): Promise<Prepared> {
  const edges = parts.release.current();
  if (edges === undefined) return { kind: 'refused', reason: 'no_release', refusal: noRelease };
  const { allowance } = parts;
  const { channel } = turn.claim;
  if (allowance.isSpent(channel))
    return { kind: 'refused', reason: 'allowance', refusal: allowanceSpent };
  const outcome = await answer(turn.question.text, edges);
  if (outcome.kind === 'answered') allowance.spend(channel, outcome.reply.provenance);
  switch (outcome.kind) {
    case 'answered':
      return prepareAnswered(turn, outcome, edges, parts);
    case 'refused':
      return { kind: 'refused', reason: outcome.refusal.kind, refusal: outcome.refusal };
    case 'fault':
      return outcome.retryable
        ? { kind: 'notPosted', reason: 'fault', retryAfterMs: undefined }
        : { kind: 'refused', reason: 'fault', refusal: outcome.words };
    default:
      return outcome satisfies never;
  }
}

async function prepareAnswered(
  turn: Turn,
  outcome: Answered,
  { desk }: Edges,
  parts: DeliveringParts,
): Promise<Prepared> {
  const { claim, question } = turn;
  const { vocabulary, warehouse } = desk;
  const { release } = warehouse;
  const uploaded = await uploadPicture(turn, outcome, parts);
  if (uploaded.kind === 'notPosted') return uploaded;
  const takeBack = async (): Promise<void> => {
    if (uploaded.kind === 'file') await removeFile(claim, uploaded.file, parts);
  };
  const { ask } = outcome.reading;
  const judged = await judgeAtPost({ claim, question, ask, vocabulary }, parts);
  if (judged.kind !== 'allowed') {
    await takeBack();
    return judged;
  }
  const { mac, clock, hash, slack } = parts;
  const content = answerPost({ claim, question, outcome, uploaded, release, vocabulary, mac });
  const event = answerEvent(outcome, {
    actor: { kind: 'person', id: question.asker },
    channel: audienceOf(judged.room),
    vocabulary,
    releaseId: release.releaseId,
    latencyMs: clock().getTime() - Date.parse(question.askedAt),
    hash,
  });
  return {
    kind: 'ready',
    content,
    record: async ({ answers }) => {
      if (event !== undefined) await answers.record(event.action, claim.key, event.audit);
    },
    post: async () => {
      const result = await slack.post(claim.channel, content.post, question.thread);
      // What came of the post is to be known, whatever comes of the file.
      if (!mayShowPicture(result)) await takeBack().catch(parts.report);
      return result;
    },
  };
}

/** Also where nobody can tell whether it was posted. */
function mayShowPicture(result: PostResult): boolean {
  if (result.kind !== 'posted' && result.kind !== 'unknown') return false;
  return result.shown === undefined || result.shown === 'whole';
}
