import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '#src/answer.ts';
import { usualPace } from '#src/bot/run-office.ts';
import { after } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { readAudit } from './read-audit.ts';
import { rowsOf, wordsOf } from './read-message.ts';
import { seat } from './seat.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ pace: { apartMs: usualPace.apartMs } });
});
afterAll(() => scene.close());

const questions = [
  'region:Alderton',
  'region:Birchwick show:table',
  'region:Cedarham since:lift-date show:table',
  'region:Dunmore by:day show:table',
  'region:Alderton,Dunmore',
  'flows destination:Cedarham by:district show:table',
  'region:"North Arden" by:mode show:table',
  'method region:Birchwick',
  'events region:"South Arden"',
];

test('many at once, in several channels: each question is answered once, where it was asked', async () => {
  const people = questions.map((text) => ({ ...seat(scene), text }));
  const guestsOf = people.map(({ channel }, index) => ({
    user: scene.fake.addUser().id,
    channel,
    text: questions[(index + 1) % questions.length] ?? '',
  }));
  const asked = [...people, ...guestsOf];
  const { messages, told } = await after(
    scene,
    () => Promise.all(asked.map((one) => scene.fake.command(one))),
    { messages: asked.length },
  );
  expect(told).toEqual([]);
  expect(messages).toHaveLength(asked.length);
  const given = await readAudit(scene, 'answer.given', 'message.posted');
  for (const { user, channel, text } of asked) {
    const outcome = await answer(text, scene.edges);
    if (outcome.kind !== 'answered') throw new Error('it is not answered');
    const there = messages.filter((message) => message.channel === channel);
    expect(there).toHaveLength(2);
    const [mine, ...others] = there.filter((message) => wordsOf(message)[0] === outcome.echo);
    expect(others).toEqual([]);
    expect(mine && wordsOf(mine).join(' ')).toContain(outcome.reply.sentences[0]?.text);
    expect(mine && rowsOf(mine)[0]).toEqual(outcome.reply.table.columns);
    const own = given.filter(({ actor }) => actor.kind === 'person' && actor.id === user);
    expect(own.map((entry) => entry.channel?.id)).toEqual([channel]);
    const posted = given.find(
      ({ action, subject }) => action === 'message.posted' && subject === own[0]?.subject,
    );
    expect(posted?.message).toEqual({ channel, ts: mine?.ts });
  }
  expect(scene.reports).toEqual([]);
  expect(scene.fake.orphans()).toEqual([]);
});

test('answers to one channel fall due as Slack takes them, in the order of the questions', async () => {
  const { channel, user } = seat(scene);
  const since = new Date();
  const texts = questions.slice(1, 5);
  await after(
    scene,
    async () => {
      const delivered = [];
      for (const [index, text] of texts.entries()) {
        delivered.push(await scene.fake.command({ user, channel, text }));
        // Two that are looked at together may be put in either order.
        const taken = async () =>
          (await readAudit(scene, 'message.queued')).filter(
            ({ actor }) => actor.kind === 'person' && actor.id === user,
          ).length;
        await expect.poll(taken, { timeout: 10_000 }).toBe(index + 1);
      }
      return delivered;
    },
    { messages: texts.length },
  );
  const posted = (await scene.store.messages.posted('answer', new Date(since.getTime() - 1), 100))
    .filter((message) => message.channel === channel)
    .toSorted((one, other) => one.due.getTime() - other.due.getTime());
  const places = ['Birchwick', 'Cedarham', 'Dunmore', 'Alderton'];
  expect(
    posted.map(({ body }, index) => JSON.stringify(body).includes(places[index] ?? '')),
  ).toEqual(places.map(() => true));
  for (const [index, { due }] of posted.slice(1).entries())
    expect(due.getTime() - (posted[index]?.due ?? due).getTime()).toBeGreaterThanOrEqual(1100);
});
