import { checkAsker } from '#src/access/check-asker.ts';
import type { ChannelId } from '#src/access/room.ts';
import type { PersonId } from '#src/state/actor.ts';
import { askQuestion } from './ask-question.ts';
import type { AskingParts } from './asking-parts.ts';
import { findTiers } from './find-tiers.ts';
import { makeAskForm } from './make-ask-form.ts';
import { openForm } from './open-form.ts';
import type { Said } from './said.ts';
import { seal } from './seal.ts';

/** Somebody who wants to put a question together. `trigger`: opens a form within three seconds. `start`: the question it begins with. */
export type WantsForm = {
  readonly key: string;
  readonly asker: PersonId;
  readonly channel: ChannelId;
  readonly trigger: string;
  readonly start: string | undefined;
};

/**
 * Opens the form in which a question is put together, where some question may be asked there by them: who is in the channel is judged when it is sent, for Slack gives three
 * seconds. Else they are told why not, as of a question. Throws `StoreFault` and `SlackFault`.
 */
export async function openAskForm(wants: WantsForm, parts: AskingParts): Promise<Said> {
  const { key, asker, channel, trigger, start } = wants;
  const vocabulary = parts.release.current()?.desk.vocabulary;
  const [{ tiers, roles }, person] = await Promise.all([
    findTiers({ asker, channel }, parts),
    parts.slack.readPerson(asker),
  ]);
  const open = tiers.filter((tier) => checkAsker({ ...person, roles }, tier) === undefined);
  if (vocabulary === undefined || open.length === 0)
    return askQuestion({ key, asker, channel, text: '', place: 'room', thread: undefined }, parts);
  const state = seal(
    start === undefined ? { kind: 'compose' } : { kind: 'compose', start },
    { as: 'form', channel, user: asker },
    parts.mac,
  );
  const form = makeAskForm({ vocabulary, tiers: open, channel, state, start, fields: undefined });
  return openForm(trigger, form, parts);
}
