import type { App } from '@slack/bolt';
import { type FormAnswer, type Incoming, isPassing, type Office } from '#src/incoming.ts';
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
  placeBlock,
  questionBlock,
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
import { readSubmission } from './read-submission.ts';
import { sayAlone, sayInForm, showInForm } from './said.ts';
import type { Tell } from './tell.ts';
import { writeChoices } from '../write/write-choices.ts';
import { withinTime } from '#src/within-time.ts';

type Listening = {
  readonly office: Office;
  readonly tell: Tell;
  readonly mostTakes: number;
  readonly formMs: number;
};

type Admitted =
  | { readonly kind: 'admitted'; readonly delivered: Incoming }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const close: FormAnswer = { kind: 'close' };

/**
 * Registers with Bolt whatever Slack delivers for the bot. The office is given a delivery before it is acknowledged: it may have to keep it first. Whoever is turned away
 * is told, up to as many at one time as are taken: a flood must not become another.
 */
export function listen(app: App, { office, tell, mostTakes, formMs }: Listening): void {
  const takes = makeGate(mostTakes);
  const turns = makeGate(mostTakes);

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
    else await turnAway(() => say(sayAlone(admitted.refusal)));
  };
  /** For what Slack gives no address to answer at: the office tells whoever sent it. */
  const takeOrLeave = async (delivered: Incoming | undefined): Promise<void> => {
    const admitted = admit(delivered);
    if (admitted.kind === 'admitted') await take(admitted.delivered);
    else if (delivered !== undefined && !isPassing(delivered))
      await turnAway(() => office.take({ ...delivered, left: 'turnedAway' }, new Date()));
  };
  const turnAway = async (sayIt: () => Promise<unknown>): Promise<void> => {
    const notTold = () => tell('not_told', 'somebody was not told that a delivery was not taken');
    if (turns.isFull()) notTold();
    else await turns.pass(sayIt).catch(notTold);
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
      ? takeOrLeave(isOnPage(body) ? readPagePress(body) : readEdit(body))
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
  /** `block`: the `block_id` under which is shown what is wrong. */
  const onSent = (callback_id: string, block: string, read: Read): void =>
    app.view({ callback_id, type: 'view_submission' }, async ({ body, ack }) => {
      const admitted = admit(read(body));
      if (admitted.kind === 'refused') return ack(sayInForm(block, admitted.refusal));
      const answer = await withinTime(take(admitted.delivered), formMs, close);
      await (answer.kind === 'wrong' ? ack(showInForm(block, answer.message)) : ack());
    });
  onSent(changeForm, questionBlock, readSubmission);
  onSent(askForm, placeBlock, readComposed);
  app.event(homeEvent, async ({ body, event }) => {
    if (event.tab === 'home') await takeOrLeave(readHome(body));
  });
  app.event(mentionEvent, async ({ body }) => {
    if (!isPassedOver(body)) await takeOrLeave(readMention(body));
  });
}

type Read = (body: unknown) => Incoming | undefined;
type SayAlone = (message: ReturnType<typeof sayAlone>) => Promise<unknown>;
