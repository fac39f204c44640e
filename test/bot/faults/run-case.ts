import { setTimeout as sleep } from 'node:timers/promises';
import type { FakeMessage, FakeSlack } from '#test/support/slack/start-fake-slack.ts';
import { rest } from '../after.ts';
import type { Scene } from '../open-scene.ts';
import { buttonsOf, directWords } from '../read-message.ts';
import { waitFor } from '../wait-for.ts';
import { prepareAct } from './do-act.ts';
import type { FaultCase, Posted, Sees } from './fault-case.ts';
import { faults } from './fault-names.ts';

/** What came of a case. `answers`: how often an answer stands in Slack in the end; `orphans`: files that nobody sees. */
export type Came = {
  readonly sees: Sees;
  readonly answers: number;
  readonly orphans: number;
};

const settleMs = 250;
const withinMs = 45_000;

/**
 * Has one thing go wrong, and waits for what is to come of it, and for whatever else comes. Then it is mended; who is told to look for their answer does, and has it
 * sent again where it is not.
 */
export async function runCase(scene: Scene, one: FaultCase): Promise<Came> {
  const { fake } = scene;
  const { at, act } = await prepareAct(scene, one.act);
  const look = lookFromNow(fake, at.user);
  for (const { call, fault, times, after = 0 } of [...one.also, one])
    fake.fail(call, faults[fault], { times, after });
  await act();
  const isThere = () => (isSame(look().sees, one.sees) ? true : undefined);
  await waitFor(isThere, withinMs).catch(() => undefined);
  await sleep(settleMs);
  await rest(scene);
  const { sees, messages } = look();
  fake.mend();
  const unsure = messages.find((message) => buttonsOf(message).some(isSendAgain));
  if (unsure !== undefined && sees.posted === undefined) {
    await fake.press({ user: at.user, message: unsure, actionId: 'mobility:resend' });
    await waitFor(() => look().sees.posted, withinMs).catch(() => undefined);
    await rest(scene);
  }
  await waitFor(() => (fake.orphans().length === 0 ? true : undefined)).catch(() => undefined);
  const answers = look().messages.filter(isAnswer).length;
  return { sees, answers, orphans: fake.orphans().length };
}

const isSendAgain = ({ action }: { readonly action: string }): boolean => action === 'resend';

const isSame = (one: Sees, other: Sees): boolean => said(one) === said(other);

const said = ({ posted, told, direct, opened }: Sees): string =>
  JSON.stringify([posted, told, direct, opened]);

/** Only answers have a receipt. */
const isAnswer = ({ text }: FakeMessage): boolean => text.includes('Release tiny-1');

function lookFromNow(fake: FakeSlack, user: string) {
  const before = {
    messages: fake.messages().length,
    told: fake.ephemerals(user).length,
    forms: countOpen(fake),
  };
  return (): { readonly sees: Sees; readonly messages: readonly FakeMessage[] } => {
    const messages = fake.messages().slice(before.messages);
    const answer = messages.find(isAnswer);
    const told = [
      ...fake
        .ephemerals(user)
        .slice(before.told)
        .map(({ text }) => oneLine(text)),
      ...fake
        .views()
        .filter((view) => view.user === user)
        .flatMap(({ errors }) => Object.values(errors)),
    ];
    const direct = messages.filter((message) => !isAnswer(message)).map(directWords);
    return {
      messages,
      sees: {
        ...(answer === undefined ? {} : { posted: readPosted(answer) }),
        ...(told.length === 0 ? {} : { told }),
        ...(direct.length === 0 ? {} : { direct }),
        ...(countOpen(fake) > before.forms ? { opened: true } : {}),
      },
    };
  };
}

const countOpen = (fake: FakeSlack): number => fake.views().filter(({ isOpen }) => isOpen).length;

const oneLine = (text: string): string => text.replaceAll('\n', ' ');

function readPosted({ blocks }: FakeMessage): Posted {
  const types = new Set(blocks.map(({ type }) => type));
  if (types.has('image')) return 'whole';
  return types.has('data_table') ? 'noPicture' : 'words';
}
