import type { Outcome } from '#src/answer.ts';
import { echo } from '#src/grammar/echo.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { AnswerPost } from '#src/post.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { Mac } from '#src/state/audit-chain.ts';
import type { Claim } from '#src/state/message.ts';
import { sayReceipt } from '#src/summary/say-receipt.ts';
import { answerButtons } from './answer-buttons.ts';
import type { PostedAnswer } from './content.ts';
import type { WaitingQuestion } from './question.ts';
import type { Uploaded } from './upload-picture.ts';

/** What an answer's post is made of. */
export type AnswerParts = {
  readonly claim: Claim;
  readonly question: WaitingQuestion;
  readonly outcome: Extract<Outcome, { readonly kind: 'answered' }>;
  readonly uploaded: Uploaded;
  readonly release: ReleaseInfo;
  readonly vocabulary: Vocabulary;
  readonly mac: Mac;
};

/** An answer as it is posted and kept. */
export function answerPost(parts: AnswerParts): PostedAnswer {
  const { claim, question, uploaded, release, vocabulary, mac } = parts;
  const { reading, reply } = parts.outcome;
  const { ask } = reading;
  const { thread, notes } = question;
  const post: AnswerPost = {
    kind: 'answer',
    echo: echo({ ask, notes }, vocabulary),
    sentences: reply.sentences.map(({ text }) => text),
    ...pictureOf(uploaded, reply.chart?.alt.text),
    table: reply.table,
    receipt: sayReceipt(release, reply.provenance),
    buttons: answerButtons(ask, { channel: claim.channel, thread, vocabulary, mac }),
  };
  return { post, release: release.releaseId, question: usage(ask, vocabulary) };
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
