import { type FormAnswer, isPassing, type Office, type Passing } from '#src/incoming.ts';
import { Fault } from '#src/fault.ts';
import { slackBusy } from '#src/refusal.ts';
import { answerMention } from './answer-mention.ts';
import { askQuestion } from './ask-question.ts';
import type { AskingParts } from './asking-parts.ts';
import { explainAnswer } from './explain-answer.ts';
import { type Heard, listenerOf } from './listener-of.ts';
import { makePreviewer, type Previewer } from './make-previewer.ts';
import { offerPlaces } from './offer-places.ts';
import { openAskForm } from './open-ask-form.ts';
import { personOf } from './person-of.ts';
import { pressButton } from './press-button.ts';
import { say, type Said } from './said.ts';
import { sayFault } from '#src/say-fault.ts';
import { wordsPost, type Words } from './say.ts';
import { pressPage } from './press-page.ts';
import { makeShowHome, type ShowHome } from './show-home.ts';
import { type Sent, submitForm } from './submit-form.ts';
import { type Asker, tellAsker } from './tell-asker.ts';
import { type Listener, tellLater } from './tell-later.ts';
import { sayUndone, tellUndone } from './tell-undone.ts';

const closed: FormAnswer = { kind: 'close' };

/** Takes what Slack delivers: each once, however often it comes. What is said at once goes to the asker alone; an answer waits in the outbox. */
export function makeOffice(parts: AskingParts): Office {
  const shown = { preview: makePreviewer(parts), showHome: makeShowHome(parts) };
  return {
    take: (delivered, arrivedAt) =>
      isPassing(delivered) ? pass(delivered, shown, parts) : take(delivered, arrivedAt, parts),
  };
}

/** What is shown while somebody looks, or not at all. */
async function pass(
  delivered: Passing,
  shown: { readonly preview: Previewer; readonly showHome: ShowHome },
  parts: AskingParts,
): Promise<FormAnswer> {
  try {
    switch (delivered.kind) {
      case 'home':
        await shown.showHome({ key: delivered.key, person: personOf(delivered.user) });
        return closed;
      case 'edit':
        await shown.preview(delivered);
        return closed;
      case 'search':
        return await offerPlaces(delivered, parts);
      default:
        return delivered satisfies never;
    }
  } catch (error) {
    parts.report(error);
    return closed;
  }
}

/** What somebody is told of at once. */
type Told = Exclude<Heard, Sent>;

async function take(delivered: Heard, arrivedAt: Date, parts: AskingParts): Promise<FormAnswer> {
  const undone = sayUndone(delivered, arrivedAt, parts);
  if (undone !== undefined) {
    await tellUndone(delivered, undone, parts).catch(parts.report);
    return closed;
  }
  switch (delivered.kind) {
    case 'submission':
    case 'composed':
      return submit(delivered, arrivedAt, parts);
    default:
      await tell(delivered, parts);
      return closed;
  }
}

/** A form has no other way back: Slack waits three seconds for what is to be shown in it, and then closes it. */
const formMs = 2000;

async function submit(delivered: Sent, arrivedAt: Date, parts: AskingParts): Promise<FormAnswer> {
  const answer = await submitForm(delivered, parts).catch((error: unknown): FormAnswer => {
    const { message, next } = sayFailure(error, parts);
    return { kind: 'wrong', message: `${message} ${next}` };
  });
  const isShown =
    delivered.left === undefined && parts.clock().getTime() - arrivedAt.getTime() < formMs;
  if (answer.kind !== 'wrong' || isShown) return answer;
  await tellLater(listenerOf(delivered, parts), { message: answer.message, next: '' }, parts).catch(
    parts.report,
  );
  return closed;
}

/** Whatever goes wrong on the way, the asker hears of it; where not even that can be, the operator does. */
async function tell(delivered: Told, parts: AskingParts): Promise<void> {
  const listener = listenerOf(delivered, parts);
  const asker = { ...listener, tell: wayTo(delivered, listener, parts) };
  try {
    const said = await handle(delivered, parts).catch((error: unknown): Said =>
      say(wordsPost(sayFailure(error, parts))),
    );
    // Told twice is better than never.
    const isTold = said.kind === 'said' && said.isAgain && delivered.left === undefined;
    if (said.kind === 'said' && !isTold) await tellAsker(asker, said.post, parts);
  } catch (error) {
    parts.report(error);
  }
}

/** How whoever did something hears of it: where Slack gives an address for that, there; else where they wrote, or in a direct message. */
function wayTo(delivered: Told, listener: Listener, parts: AskingParts): Asker['tell'] {
  const { slack } = parts;
  switch (delivered.kind) {
    case 'mention': {
      const { channel, thread } = delivered;
      return (post) => slack.whisper({ channel, person: listener.asker, thread }, post);
    }
    case 'pagePress':
      return (post) => tellLater(listener, post, parts);
    default:
      return (post) => slack.respond(delivered.responseUrl, post);
  }
}

/** Slack's limit passes by itself; of anything else the operator needs to know. */
function sayFailure(error: unknown, { report }: AskingParts): Words {
  const isLimit = error instanceof Fault && error.code === 'ratelimited';
  return isLimit ? slackBusy : sayFault(report(error), error);
}

function handle(delivered: Told, parts: AskingParts): Promise<Said> {
  switch (delivered.kind) {
    case 'command': {
      const { key, text, channel, user, trigger } = delivered;
      const asker = personOf(user);
      if (text.trim() === '')
        return openAskForm({ key, asker, channel, trigger, start: undefined }, parts);
      return askQuestion({ key, asker, channel, text, place: 'room', thread: undefined }, parts);
    }
    case 'press':
      return pressButton(delivered, parts);
    case 'pagePress':
      return pressPage(delivered, parts);
    case 'mention':
      return answerMention(delivered, parts);
    case 'explain':
      return explainAnswer(delivered, parts);
    default:
      return delivered satisfies never;
  }
}
