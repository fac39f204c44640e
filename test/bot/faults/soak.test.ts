import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '#src/answer.ts';
import { checkAudit } from '#test/support/check-audit.ts';
import type { FakeMessage } from '#test/support/slack/start-fake-slack.ts';
import { isThorough } from '#test/support/thorough.ts';
import { rest } from '../after.ts';
import { openScene, type Scene } from '../open-scene.ts';
import { buttonsOf, wordsOf } from '../read-message.ts';
import { seat } from '../seat.ts';
import { waitFor } from '../wait-for.ts';
import { faults, type FaultName } from './fault-names.ts';
import { makeRandom } from './random.ts';
import { shortPatience } from './short-patience.ts';

const channels = isThorough ? 8 : 2;
const ofChannel = 25;
const askerCount = channels * ofChannel;
const seed = 20261123;

/** Twenty-five questions, no two of the same answer. */
const questions = ['Alderton', 'Birchwick', 'Cedarham', 'Dunmore', 'Elmsea'].flatMap((place) =>
  ['', ' show:table', ' by:day show:table', ' by:mode show:table', ' since:lift-date'].map(
    (how) => `region:${place}${how}`,
  ),
);

const calls = [
  'conversations.info',
  'conversations.members',
  'users.info',
  'files.getUploadURLExternal',
  'upload',
  'files.completeUploadExternal',
  'files.info',
  'files.delete',
  'chat.postMessage',
  'response_url',
  'conversations.open',
];
/** All but that somebody is gone, who cannot be told. */
const names = Object.keys(faults).filter(
  (name): name is FaultName => name in faults && name !== 'user_disabled',
);

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({
    client: { deadlineMs: 4500 },
    pace: {
      patience: shortPatience,
      sweepMs: 500,
      mostWaiting: { all: 1000, ofPerson: 10, inChannel: 100 },
    },
  });
}, 60_000);
afterAll(() => scene.close());

/** Somebody who asks one question. `direct`: the bot's direct message with them. */
type Asker = {
  readonly user: string;
  readonly channel: string;
  readonly direct: string;
  readonly text: string;
};

const someone = (channel: string, text: string): Asker => {
  const user = scene.fake.addUser().id;
  const direct = scene.fake.addChannel({ kind: 'direct', members: [user] }).id;
  return { user, channel, direct, text };
};

test(`${askerCount} questions with faults of all kinds: each is answered once or its asker told, and nothing is left over`, async () => {
  const random = makeRandom(seed);
  const { fake } = scene;
  const echoes = new Map<string, string>();
  for (const text of questions) {
    const outcome = await answer(text, scene.edges);
    if (outcome.kind !== 'answered') throw new Error(`${text} is not answered`);
    echoes.set(text, outcome.echo);
  }
  const rooms = Array.from({ length: channels }, () => seat(scene).channel);
  const askers = questions.flatMap((text) => rooms.map((channel) => someone(channel, text)));
  expect(askers).toHaveLength(askerCount);
  const heap: number[] = [];
  for (const half of [askers.slice(0, askers.length / 2), askers.slice(askers.length / 2)]) {
    for (const asker of half) {
      if (random() < 0.6)
        fake.fail(random.pick(calls), faults[random.pick(names)], {
          after: Math.floor(random() * 10),
          times: 1 + Math.floor(random() * 3),
        });
      const delivered = await fake.command(asker);
      if (random() < 0.1) await fake.redeliver(delivered);
    }
    await waitFor(() => (half.every(isHeard) ? true : undefined), 240_000);
    await rest(scene);
    heap.push(heapUsed());
  }
  fake.mend();
  await rest(scene);
  const unsure = askers.flatMap((asker) => (directTo(asker).some(canSendAgain) ? [asker] : []));
  for (const asker of unsure) {
    const told = directTo(asker).find(canSendAgain);
    if (told === undefined || answersTo(asker) > 0) continue;
    await fake.press({ user: asker.user, message: told, actionId: 'mobility:resend' });
    await waitFor(() => (answersTo(asker) > 0 ? true : undefined), 60_000);
  }
  await rest(scene);
  await waitFor(() => (fake.orphans().length === 0 ? true : undefined), 20_000);
  expect(askers.filter((asker) => answersTo(asker) > 1)).toEqual([]);
  expect(askers.filter((asker) => !isHeard(asker))).toEqual([]);
  const answered = askers.filter((asker) => answersTo(asker) === 1).length;
  const failed = fake.calls().filter(({ ok }) => !ok).length;
  expect(answered).toBeGreaterThan(askerCount / 2);
  expect(failed).toBeGreaterThan(askerCount / 2);
  expect(await checkAudit(scene.store, scene.home)).toBeGreaterThan(5 * askerCount);
  const [before = 0, after = 0] = heap;
  expect(after - before).toBeLessThan(mostGrowth);

  function answersTo({ channel, text }: Asker): number {
    const echo = echoes.get(text) ?? '';
    return fake.messages(channel).filter((message) => wordsOf(message).includes(echo)).length;
  }
  function isHeard(asker: Asker): boolean {
    return (
      answersTo(asker) > 0 || directTo(asker).length > 0 || fake.ephemerals(asker.user).length > 0
    );
  }
  function directTo({ direct }: Asker): readonly FakeMessage[] {
    return fake.messages(direct);
  }
}, 600_000);

const canSendAgain = (message: FakeMessage): boolean =>
  buttonsOf(message).some(({ action }) => action === 'resend');

/** Bytes; what the workspace of the test itself keeps is in them. */
const mostGrowth = 40 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

function heapUsed(): number {
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}
