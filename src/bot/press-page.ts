import type { Incoming } from '#src/incoming.ts';
import { askQuestion } from './ask-question.ts';
import type { AskingParts } from './asking-parts.ts';
import { openAskForm } from './open-ask-form.ts';
import { personOf } from './person-of.ts';
import { refuseForged } from './refuse-forged.ts';
import type { Said } from './said.ts';
import { unseal } from './seal.ts';

type PagePress = Extract<Incoming, { readonly kind: 'pagePress' }>;

/** Does what a button of the bot's page says, for the person alone, if we sealed it for them and for no channel. Throws `StoreFault` and `SlackFault`. */
export async function pressPage(press: PagePress, parts: AskingParts): Promise<Said> {
  const { key, user, trigger } = press;
  const asker = personOf(user);
  const opened = unseal(press.value, { as: 'button', channel: undefined, user }, parts.mac);
  const intent = opened?.channel === undefined ? opened?.intent : undefined;
  if (intent?.kind !== 'alone' && intent?.kind !== 'compose')
    return refuseForged({ key, asker }, parts);
  const channel = await parts.slack.openDirect(asker);
  if (intent.kind === 'compose')
    return openAskForm({ key, asker, channel, trigger, start: intent.start }, parts);
  return askQuestion(
    { key, asker, channel, thread: undefined, text: intent.text, place: 'room' },
    parts,
  );
}
