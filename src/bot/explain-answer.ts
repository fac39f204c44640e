import type { Incoming } from '#src/incoming.ts';
import { askQuestion } from './ask-question.ts';
import type { AskingParts } from './asking-parts.ts';
import { postedAnswer } from './content.ts';
import { methodOf } from './method-of.ts';
import { personOf } from './person-of.ts';
import { waitingQuestion } from './question.ts';
import { say, type Said } from './said.ts';
import { noAnswerThere, wordsPost } from './say.ts';

/** "How was this worked out?" of an answer: asked in its thread. Throws `StoreFault` and `SlackFault`. */
export async function explainAnswer(
  { key, user, channel, message: { ts } }: Extract<Incoming, { readonly kind: 'explain' }>,
  parts: AskingParts,
): Promise<Said> {
  const message = await parts.store.messages.postedAt(channel, ts);
  const { data: content } = postedAnswer.safeParse(message?.content);
  if (content === undefined) return say(wordsPost(noAnswerThere));
  const { question } = content;
  // One that stands in a thread is answered in that thread.
  const thread = waitingQuestion.safeParse(message?.body).data?.thread ?? ts;
  const vocabulary = parts.release.current()?.desk.vocabulary;
  const text = vocabulary === undefined ? question : methodOf(question, vocabulary);
  return askQuestion({ key, asker: personOf(user), channel, thread, text, place: 'room' }, parts);
}
