import type { App } from '@slack/bolt';
import type { FormAnswer, Incoming, Office } from '#src/incoming.ts';
import { busy, unreadable, type Refusal } from '#src/refusal.ts';
import { makeGate } from './make-gate.ts';
import {
  askForm,
  changeForm,
  commandName,
  explainShortcut,
  homeEvent,
  isAction,
  mentionEvent,
} from './names.ts';
import { readCommand } from './read-command.ts';
import { readComposed } from './read-composed.ts';
import { isInView, readEdit } from './read-edit.ts';
import { readExplain } from './read-explain.ts';
import { readHome } from './read-home.ts';
import { isPassedOver, readMention } from './read-mention.ts';
import { isOnPage, readPagePress } from './read-page-press.ts';
import { readPress } from './read-press.ts';
import { readSearch } from './read-search.ts';
import { readSubmission, type Submission } from './read-submission.ts';
import { sayAlone, sayInForm, showInForm } from './said.ts';
import type { Tell } from './tell.ts';
import { writeChoices } from '../write/write-choices.ts';
import { withinTime } from './within-time.ts';

type Listening = {
  readonly office: Office;
  readonly tell: Tell;
  readonly mostTakes: number;
  readonly formMs: number;
};

type Admitted =
  | { readonly kind: 'admitted'; readonly delivered: Incoming }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Answers by `response_url` at one time that tell people to try again: a flood must not become another. */
const mostSayings = 20;
const close: FormAnswer = { kind: 'close' };

/** Registers with Bolt whatever Slack delivers for the bot. The office is given a delivery before it is acknowledged: it may have to keep it first. */
export function listen(app: App, { office, tell, mostTakes, formMs }: Listening): void {
  const takes = makeGate(mostTakes);
  const sayings = makeGate(mostSayings);

  const admit = (delivered: Incoming | undefined): Admitted => {
    if (delivered === undefined) {
      tell('unreadable', 'a delivery is not as Slack documents it');
      return { kind: 'refused', refusal: unreadable };
    }
    if (!takes.isFull()) return { kind: 'admitted', delivered };
    tell('busy', 'too many deliveries are at work: people are asked to try again');
    return { kind: 'refused', refusal: busy };
  };
  const take = (delivered: Incoming): Promise<FormAnswer> =>
    takes.pass(async () => {
      try {
        return await office.take(delivered, new Date());
      } catch {
        tell('not_taken', 'a delivery was not taken');
        return close;
      }
    });
  const takeOrSay = async (delivered: Incoming | undefined, say: SayAlone): Promise<void> => {
    const admitted = admit(delivered);
    if (admitted.kind === 'admitted') await take(admitted.delivered);
    else if (!sayings.isFull()) await sayings.pass(() => sayOrTell(admitted.refusal, say));
  };
  /** Of what nobody can be told. */
  const takeOrNot = async (delivered: Incoming | undefined): Promise<void> => {
    const admitted = admit(delivered);
    if (admitted.kind === 'admitted') await take(admitted.delivered);
  };
  const sayOrTell = async (refusal: Refusal, say: SayAlone): Promise<void> => {
    try {
      await say(sayAlone(refusal));
    } catch {
      tell('not_told', 'somebody was not told that a delivery was not taken');
    }
  };

  app.command(commandName, async ({ body, ack }) => {
    const admitted = admit(readCommand(body));
    if (admitted.kind === 'refused') return ack(sayAlone(admitted.refusal));
    const taken = take(admitted.delivered);
    await ack();
    await taken;
  });
  app.action(isAction, async ({ body, ack, respond }) => {
    const taken = isInView(body)
      ? takeOrNot(isOnPage(body) ? readPagePress(body) : readEdit(body))
      : takeOrSay(readPress(body), respond);
    await ack();
    await taken;
  });
  app.options(isAction, async ({ body, ack }) => {
    const admitted = admit(readSearch(body));
    const answer =
      admitted.kind === 'admitted'
        ? await withinTime(take(admitted.delivered), formMs, close)
        : close;
    await ack({ options: answer.kind === 'found' ? writeChoices(answer.choices) : [] });
  });
  app.shortcut(
    { callback_id: explainShortcut, type: 'message_action' },
    async ({ body, ack, respond }) => {
      const taken = takeOrSay(readExplain(body), respond);
      await ack();
      await taken;
    },
  );
  const onSent = (callback_id: string, read: (body: unknown) => Submission | undefined): void =>
    app.view({ callback_id, type: 'view_submission' }, async ({ body, ack }) => {
      const submission = read(body);
      const admitted = admit(submission?.delivered);
      if (submission === undefined) return ack();
      if (admitted.kind === 'refused') return ack(sayInForm(submission.block, admitted.refusal));
      const answer = await withinTime(take(admitted.delivered), formMs, close);
      await (answer.kind === 'wrong' ? ack(showInForm(submission.block, answer.message)) : ack());
    });
  onSent(changeForm, readSubmission);
  onSent(askForm, readComposed);
  app.event(homeEvent, async ({ body, event }) => {
    if (event.tab === 'home') await takeOrNot(readHome(body));
  });
  app.event(mentionEvent, async ({ body }) => {
    if (!isPassedOver(body)) await takeOrNot(readMention(body));
  });
}

type SayAlone = (message: ReturnType<typeof sayAlone>) => Promise<unknown>;
