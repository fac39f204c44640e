import { composeQuestion } from '#src/grammar/compose-question.ts';
import type { FormAnswer, Incoming } from '#src/incoming.ts';
import { askQuestion } from './ask-question.ts';
import type { AskingParts } from './asking-parts.ts';
import { withoutExample } from './fit-example.ts';
import { formPlace } from './form-place.ts';
import { personOf } from './person-of.ts';
import { refuseForged } from './refuse-forged.ts';
import type { Words } from './say.ts';

/** A form that was sent. */
export type Sent = Extract<Incoming, { readonly kind: 'submission' | 'composed' }>;

/** Asks the question of a form in the channel where the form was opened; what is wrong with it is shown in the form. Throws `StoreFault` and `SlackFault`. */
export async function submitForm(sent: Sent, parts: AskingParts): Promise<FormAnswer> {
  const asker = personOf(sent.user);
  const place = formPlace(sent, parts.mac);
  if (place === undefined)
    return answerOf(await refuseForged({ key: sent.key, asker }, parts), sent);
  const { channel, thread } = place;
  const text = sent.kind === 'submission' ? sent.question : composeQuestion(sent.fields);
  const question = { key: sent.key, asker, channel, thread, text, place: 'room' } as const;
  return answerOf(await askQuestion(question, parts), sent);
}

function answerOf(said: Awaited<ReturnType<typeof askQuestion>>, { kind }: Sent): FormAnswer {
  if (said.kind === 'done') return { kind: 'close' };
  // Where fields are filled in there is nowhere to type an example.
  const { message, next }: Words = kind === 'composed' ? withoutExample(said.post) : said.post;
  return { kind: 'wrong', message: `${message} ${next}`.trim() };
}
