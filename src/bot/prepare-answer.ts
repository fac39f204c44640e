import { answer, type Edges, type Outcome } from '#src/answer.ts';
import { answerEvent } from '#src/audit/answer-event.ts';
import type { Tier } from '#src/access/access-config.ts';
import { judge, type Reason } from '#src/access/judge.ts';
import { channelId, type Room } from '#src/access/room.ts';
import { sayDenial } from '#src/access/say-denial.ts';
import { Fault } from '#src/fault.ts';
import { echo } from '#src/grammar/echo.ts';
import { usage } from '#src/grammar/usage.ts';
import type { AnswerPost } from '#src/post.ts';
import { noRelease } from '#src/refusal.ts';
import type { Claim } from '#src/state/message.ts';
import type { KeepFile, PostOutcome, Prepared } from '#src/state/sender.ts';
import { sayReceipt } from '#src/summary/say-receipt.ts';
import { answerButtons } from './answer-buttons.ts';
import { audienceOf } from './audience.ts';
import type { PostedAnswer } from './content.ts';
import type { OfficeParts } from './office-parts.ts';
import type { WaitingQuestion } from './question.ts';
import { readFacts } from './read-facts.ts';
import { removeFile } from './remove-file.ts';
import { atPost, faultWords } from './say.ts';
import { uploadPicture, type Uploaded } from './upload-picture.ts';

/** A question whose turn has come. */
export type Turn = {
  readonly claim: Claim;
  readonly question: WaitingQuestion;
  readonly keep: KeepFile;
};

type Answered = Extract<Outcome, { readonly kind: 'answered' }>;

/** Answers a question and uploads its picture; last of all, right before the post, the room is read anew: who is in it now decides. */
export async function prepareAnswer(turn: Turn, parts: OfficeParts): Promise<Prepared> {
  const edges = parts.release.current();
  if (edges === undefined) return { kind: 'refused', reason: 'no_release', refusal: noRelease };
  const outcome = await answer(turn.question.text, edges);
  switch (outcome.kind) {
    case 'answered':
      return prepareAnswered(turn, outcome, edges, parts);
    case 'refused':
      return { kind: 'refused', reason: outcome.refusal.kind, refusal: outcome.refusal };
    case 'fault':
      return outcome.retryable
        ? { kind: 'notPosted', reason: 'fault', retryAfterMs: undefined }
        : { kind: 'refused', reason: 'fault', refusal: faultWords(outcome.reference) };
    default:
      return outcome satisfies never;
  }
}

async function prepareAnswered(
  turn: Turn,
  outcome: Answered,
  edges: Edges,
  parts: OfficeParts,
): Promise<Prepared> {
  const uploaded = await uploadPicture(turn, outcome, parts);
  if (uploaded.kind === 'notPosted') return uploaded;
  const undo = () => takeBack(turn.claim, uploaded, parts);
  const judged = await judgeAtPost(turn, outcome, edges, parts);
  if (judged.kind !== 'allowed') {
    await undo();
    return judged;
  }
  const content = postOf(turn, outcome, uploaded, edges, parts);
  return {
    kind: 'ready',
    content,
    record: async ({ answers }) => {
      const event = eventOf(turn, outcome, judged.room, edges, parts);
      if (event !== undefined) await answers.record(event.action, turn.claim.key, event.audit);
    },
    post: async () => {
      const result = await parts.slack.post(turn.claim.channel, content.post, turn.question.thread);
      const isShown = result.kind === 'posted' && result.shown === 'whole';
      // Nobody can tell whether it was posted: a file may be shown there.
      if (!isShown && result.kind !== 'unknown') await undo();
      return result satisfies PostOutcome;
    },
  };
}

const takeBack = async (claim: Claim, uploaded: Uploaded, parts: OfficeParts): Promise<void> => {
  if (uploaded.kind === 'file') await removeFile(claim, uploaded.file, parts);
};

async function judgeAtPost(
  { claim, question }: Turn,
  { reading }: Answered,
  { desk }: Edges,
  parts: OfficeParts,
): Promise<
  { readonly kind: 'allowed'; readonly room: Room } | Exclude<Prepared, { readonly kind: 'ready' }>
> {
  try {
    const channel = channelId.parse(claim.channel);
    const { room, asker } = await readFacts({ asker: question.asker, channel }, parts);
    const { vocabulary } = desk;
    const { ask } = reading;
    const denied = (reason: Reason, tier: Tier | undefined) => {
      const refusal = atPost(sayDenial(reason, { ask, tier, vocabulary }));
      return { kind: 'refused', reason: 'not_permitted', refusal } as const;
    };
    const judged = judge({ ask, room, asker, config: parts.access, vocabulary });
    if (judged.kind === 'allowed') return { kind: 'allowed', room };
    return denied(judged.reason, judged.grant?.tier);
  } catch (fault) {
    if (!(fault instanceof Fault) || !fault.retryable) {
      return { kind: 'refused', reason: 'fault', refusal: faultWords(parts.report(fault)) };
    }
    return { kind: 'notPosted', reason: fault.code, retryAfterMs: fault.retryAfterMs };
  }
}

function postOf(
  { claim, question }: Turn,
  { reading, reply }: Answered,
  uploaded: Uploaded,
  { desk: { vocabulary, warehouse } }: Edges,
  { mac }: OfficeParts,
): PostedAnswer {
  const { release } = warehouse;
  const { thread, notes } = question;
  const post: AnswerPost = {
    kind: 'answer',
    echo: echo({ ask: reading.ask, notes }, vocabulary),
    sentences: reply.sentences.map(({ text }) => text),
    ...pictureOf(uploaded, reply.chart?.alt.text),
    table: reply.table,
    receipt: sayReceipt(release, reply.provenance),
    buttons: answerButtons(reading.ask, { channel: claim.channel, thread, vocabulary, mac }),
  };
  return { post, release: release.releaseId, question: usage(reading.ask, vocabulary) };
}

function pictureOf(uploaded: Uploaded, alt: string | undefined): Pick<AnswerPost, 'picture'> {
  switch (uploaded.kind) {
    case 'file':
      return { picture: { file: uploaded.file, alt: alt ?? '' } };
    case 'lost':
      return { picture: { lost: uploaded.reference } };
    case 'none':
      return {};
    default:
      return uploaded satisfies never;
  }
}

const eventOf = (
  { question }: Turn,
  outcome: Answered,
  room: Room,
  { desk: { vocabulary, warehouse } }: Edges,
  { clock, hash }: OfficeParts,
) =>
  answerEvent(outcome, {
    actor: { kind: 'person', id: question.asker },
    channel: audienceOf(room),
    vocabulary,
    releaseId: warehouse.release.releaseId,
    latencyMs: clock().getTime() - Date.parse(question.askedAt),
    hash,
  });
