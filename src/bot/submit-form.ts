import { channelId, type ChannelId } from '#src/access/room.ts';
import type { FormAnswer, Incoming } from '#src/incoming.ts';
import type { Mac } from '#src/state/audit-chain.ts';
import { askQuestion } from './ask-question.ts';
import type { AskingParts } from './asking-parts.ts';
import { personOf } from './person-of.ts';
import { refuseForged } from './refuse-forged.ts';
import type { Said } from './said.ts';
import { unseal } from './seal.ts';

type Submission = Extract<Incoming, { readonly kind: 'submission' }>;

/** Where a form was opened: the channel, and the thread if any. Undefined: it is not a form that we sealed for this person. */
export function formPlace(
  { user, state }: Submission,
  mac: Mac,
): { readonly channel: ChannelId; readonly thread: string | undefined } | undefined {
  const opened = unseal(state, { as: 'form', channel: undefined, user }, mac);
  const channel = channelId.safeParse(opened?.channel);
  if (opened?.intent.kind !== 'change' || !channel.success) return undefined;
  return { channel: channel.data, thread: opened.intent.thread };
}

/** Asks the question of a form in the channel where the form was opened; what is wrong with it is shown in the form. Throws `StoreFault` and `SlackFault`. */
export async function submitForm(submission: Submission, parts: AskingParts): Promise<FormAnswer> {
  const { key, user, question: text } = submission;
  const asker = personOf(user);
  const place = formPlace(submission, parts.mac);
  return answerOf(
    place === undefined
      ? await refuseForged({ key, asker }, parts)
      : await askQuestion({ key, asker, ...place, text, place: 'room' }, parts),
  );
}

const answerOf = (said: Said): FormAnswer =>
  said.kind === 'said'
    ? { kind: 'wrong', message: `${said.post.message} ${said.post.next}`.trim() }
    : { kind: 'close' };
