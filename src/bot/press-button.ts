import type { Incoming } from '#src/incoming.ts';
import { askQuestion } from './ask-question.ts';
import type { AskingParts } from './asking-parts.ts';
import { openAskForm } from './open-ask-form.ts';
import { openForm } from './open-form.ts';
import { personOf } from './person-of.ts';
import { refuseForged } from './refuse-forged.ts';
import { resendAnswer } from './resend-answer.ts';
import type { Said } from './said.ts';
import { seal, unseal } from './seal.ts';

type Press = Extract<Incoming, { readonly kind: 'press' }>;

/** Does what a button says, if we sealed it for this person and place. An answer goes to the thread of the message it was asked under. Throws `StoreFault` and `SlackFault`. */
export async function pressButton(press: Press, parts: AskingParts): Promise<Said> {
  const { key, user, channel, message, trigger } = press;
  const asker = personOf(user);
  const opened = unseal(press.value, { as: 'button', channel, user }, parts.mac);
  if (opened === undefined) return refuseForged({ key, asker }, parts);
  const { intent } = opened;
  const thread = message?.thread ?? message?.ts;
  switch (intent.kind) {
    case 'ask':
      return askQuestion(
        {
          key,
          asker,
          channel,
          thread: intent.thread ?? thread,
          text: intent.text,
          place: 'room',
        },
        parts,
      );
    case 'alone':
      return askQuestion(
        { key, asker, channel, thread: undefined, text: intent.text, place: 'alone' },
        parts,
      );
    case 'change': {
      const bounds = { as: 'form', channel, user } as const;
      const state = seal(
        { ...intent, ...(thread === undefined ? {} : { thread }) },
        bounds,
        parts.mac,
      );
      return openForm(trigger, { kind: 'change', question: intent.text, state }, parts);
    }
    case 'compose':
      return openAskForm({ key, asker, channel, trigger, start: intent.start }, parts);
    case 'resend':
      return resendAnswer({ key, asker, message: intent.message }, parts);
    default:
      return intent satisfies never;
  }
}
