import type { FormAnswer, Incoming, Office } from '#src/incoming.ts';
import { askQuestion } from './ask-question.ts';
import type { AskingParts } from './asking-parts.ts';
import { explainAnswer } from './explain-answer.ts';
import { personOf } from './person-of.ts';
import { pressButton } from './press-button.ts';
import { say, type Said } from './said.ts';
import { faultWords, wordsPost } from './say.ts';
import { showHome } from './show-home.ts';
import { submitForm } from './submit-form.ts';
import { tellAsker } from './tell-asker.ts';

const closed: FormAnswer = { kind: 'close' };

/** Takes what Slack delivers: each once, however often it comes. What is said at once goes to the asker alone; an answer waits in the outbox. */
export function makeOffice(parts: AskingParts): Office {
  return { take: (delivered) => take(delivered, parts) };
}

type Told = Extract<Incoming, { readonly responseUrl: string }>;

async function take(delivered: Incoming, parts: AskingParts): Promise<FormAnswer> {
  switch (delivered.kind) {
    case 'submission':
      return submitForm(delivered, parts).catch((error: unknown) => ({
        kind: 'wrong',
        message: faultWords(parts.report(error)).message,
      }));
    case 'home':
      await showHome(personOf(delivered.user), parts).catch(parts.report);
      return closed;
    default:
      await tell(delivered, parts);
      return closed;
  }
}

/** Whatever goes wrong on the way, the asker hears of it; where not even that can be, the operator does. */
async function tell(delivered: Told, parts: AskingParts): Promise<void> {
  const { key, user, responseUrl } = delivered;
  const asker = { key, asker: personOf(user), responseUrl };
  try {
    const said = await handle(delivered, parts).catch((error: unknown): Said =>
      say(wordsPost(faultWords(parts.report(error)))),
    );
    if (said.kind === 'said' && !said.isAgain) await tellAsker(asker, said.post, parts);
  } catch (error) {
    parts.report(error);
  }
}

function handle(delivered: Told, parts: AskingParts): Promise<Said> {
  switch (delivered.kind) {
    case 'command': {
      const { key, text, channel, user } = delivered;
      const asker = personOf(user);
      return askQuestion({ key, asker, channel, text, place: 'room', thread: undefined }, parts);
    }
    case 'press':
      return pressButton(delivered, parts);
    case 'explain':
      return explainAnswer(delivered, parts);
    default:
      return delivered satisfies never;
  }
}
