import { channelId } from '#src/access/room.ts';
import type { FormAnswer, Incoming } from '#src/incoming.ts';
import { askQuestion } from './ask-question.ts';
import type { AskingParts } from './asking-parts.ts';
import { personOf } from './person-of.ts';
import { refuseForged } from './refuse-forged.ts';
import type { Said } from './said.ts';
import { unseal } from './seal.ts';

/** Asks the question of a form in the channel where the form was opened; what is wrong with it is shown in the form. Throws `StoreFault` and `SlackFault`. */
export async function submitForm(
  { key, user, state, question: text }: Extract<Incoming, { readonly kind: 'submission' }>,
  parts: AskingParts,
): Promise<FormAnswer> {
  const asker = personOf(user);
  const opened = unseal(state, { as: 'form', channel: undefined, user }, parts.mac);
  const channel = channelId.safeParse(opened?.channel);
  if (opened?.intent.kind !== 'change' || !channel.success)
    return answerOf(await refuseForged({ key, asker }, parts));
  const { thread } = opened.intent;
  return answerOf(
    await askQuestion({ key, asker, channel: channel.data, thread, text, place: 'room' }, parts),
  );
}

const answerOf = (said: Said): FormAnswer =>
  said.kind === 'said'
    ? { kind: 'wrong', message: `${said.post.message} ${said.post.next}`.trim() }
    : { kind: 'close' };
