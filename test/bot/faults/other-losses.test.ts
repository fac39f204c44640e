import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { usualPace } from '#src/bot/run-office.ts';
import { Fault } from '#src/fault.ts';
import type { Delivered } from '#test/support/slack/start-fake-slack.ts';
import { isThorough } from '#test/support/thorough.ts';
import { after, only, rest } from '../after.ts';
import { openScene, type Scene, type SceneOptions } from '../open-scene.ts';
import { readAudit } from '../read-audit.ts';
import { directWords, wordsOf } from '../read-message.ts';
import { seat, type Seat } from '../seat.ts';
import { transports } from '../transports.ts';
import { waitFor } from '../wait-for.ts';
import { faults } from './fault-names.ts';
import { wordsOfLoss } from './other-losses.ts';
import { shortPatience } from './short-patience.ts';

const question = 'region:Alderton since:lift-date';
const table = `${question} show:table`;

let scene: Scene;
const open = async (options: SceneOptions = {}): Promise<Scene> => {
  scene = await openScene({ ...options, pace: { sweepMs: 200, ...options.pace } });
  return scene;
};
afterEach(async () => {
  scene.fake.mend();
  scene.fake.up();
  await waitFor(() => (scene.fake.orphans().length === 0 ? true : undefined));
  await scene.close();
});

const waitForWaiting = async (): Promise<void> => {
  while ((await scene.store.messages.count()).queued === 0) await sleep(10);
};
const ask = (at: Seat, text = question): Promise<Delivered> => scene.fake.command({ ...at, text });
const oneLine = (text: string): string => text.replaceAll('\n', ' ');
const directTo = ({ channel }: Seat): readonly string[] =>
  scene.fake
    .messages()
    .filter((message) => message.channel !== channel && message.channel.startsWith('D'))
    .map(directWords);
const toldTo = ({ user }: Seat): readonly string[] =>
  scene.fake.ephemerals(user).map(({ text }) => oneLine(text));

test('with more answers waiting than are worked on, people are told so, and it is recorded', async () => {
  await open({ pace: { mostWaiting: { all: 0, ofPerson: 9, inChannel: 9 } } });
  const at = seat(scene);
  const { messages } = await after(scene, () => ask(at), { told: 1 });
  expect([messages, toldTo(at)]).toEqual([[], [wordsOfLoss('tooMany')]]);
  const refusal = only(await readAudit(scene, 'answer.refused'));
  expect(refusal).toMatchObject({ decision: 'busy', actor: { id: at.user } });
});

test('without the state, people are told at once, and nothing is posted', async () => {
  await open();
  const at = seat(scene);
  await scene.store.close();
  await ask(at);
  await waitFor(() => toldTo(at)[0]);
  expect([toldTo(at), scene.fake.messages()]).toEqual([[wordsOfLoss('noState')], []]);
});

test('a question that waits for its turn as the release is withdrawn is not answered, and its asker is told', async () => {
  await open({ pace: { apartMs: usualPace.apartMs } });
  const at = seat(scene);
  await ask(at, table);
  await waitFor(() => scene.fake.messages(at.channel)[0]);
  await ask(at, table);
  // It was taken, and waits: a channel gets a message a second.
  await waitForWaiting();
  scene.answering = undefined;
  await waitFor(() => directTo(at)[0]);
  await rest(scene);
  expect(scene.fake.messages(at.channel)).toHaveLength(1);
  expect(directTo(at)).toEqual([wordsOfLoss('withdrawn')]);
});

test('a picture that cannot be drawn costs the picture, not the answer', async () => {
  await open();
  const render = () => Promise.reject(new Fault('RenderFault', 'broken', 'no font'));
  scene.answering = { ...scene.edges, render };
  const at = seat(scene);
  const { messages } = await after(scene, () => ask(at), { messages: 1 });
  const words = wordsOf(only(messages));
  expect(words).toContain(wordsOfLoss('noPicture'));
  expect(only(messages).blocks.map(({ type }) => type)).toContain('data_table');
});

test('a picture that is never ready is deleted, and the answer goes without', async () => {
  await open({ slack: { fileReadyAfterMs: 3_600_000 }, client: { deadlineMs: 3000 } });
  const at = seat(scene);
  const { messages } = await after(scene, () => ask(at), { messages: 1 });
  expect(wordsOf(only(messages))).toContain(wordsOfLoss('neverReady'));
  expect(scene.fake.files()).toEqual([]);
});

test('data that cannot be read: the asker is told', async () => {
  await open();
  const { warehouse } = scene.edges.desk;
  const run = () => Promise.reject(new Fault('WarehouseFault', 'query', 'it failed'));
  const desk = { ...scene.edges.desk, warehouse: { ...warehouse, run } };
  scene.answering = { ...scene.edges, desk };
  const at = seat(scene);
  await after(scene, () => ask(at), { messages: 1 });
  expect(directTo(at)).toEqual([wordsOfLoss('noData')]);
});

test('data that cannot be read for a moment are read again', async () => {
  await open();
  const { warehouse } = scene.edges.desk;
  let failures = 2;
  const run: typeof warehouse.run = (query, params, options) => {
    failures -= 1;
    return failures >= 0
      ? Promise.reject(new Fault('WarehouseFault', 'busy', 'not now', { retryable: true }))
      : warehouse.run(query, params, options);
  };
  scene.answering = {
    ...scene.edges,
    desk: { ...scene.edges.desk, warehouse: { ...warehouse, run } },
  };
  const at = seat(scene);
  await after(scene, () => ask(at), { messages: 1 });
  expect([scene.fake.messages(at.channel).length, directTo(at)]).toEqual([1, []]);
});

describe('Slack is down', () => {
  const downMs = isThorough ? 60_000 : 5000;
  test(`for ${downMs / 1000} seconds: what waits is answered once it is up, once each`, async () => {
    await open({ client: { deadlineMs: 9000 } });
    const seats = Array.from({ length: 6 }, () => seat(scene));
    // One by one, so that some are at work on their pictures and others wait.
    for (const at of seats) await ask(at);
    await waitFor(() => scene.fake.calls().find(({ method }) => method === 'upload'));
    const { queued, claimed } = await scene.store.messages.count();
    expect(queued + claimed).toBeGreaterThan(2);
    scene.fake.down();
    await sleep(downMs);
    scene.fake.up();
    for (const at of seats)
      await waitFor(() => scene.fake.messages(at.channel)[0] ?? directTo(at)[0], 60_000);
    await rest(scene);
    const answered = seats.map(({ channel }) => scene.fake.messages(channel).length);
    expect(Math.max(...answered)).toBe(1);
    const unsure = scene.fake
      .messages()
      .filter(({ text }) => text.includes('may have been posted'));
    expect(answered.filter((count) => count === 1).length + unsure.length).toBeGreaterThanOrEqual(
      seats.length,
    );
  }, 180_000);

  test('right after a question: its asker is told once it is up', async () => {
    await open({ client: { deadlineMs: 3000 } });
    const at = seat(scene);
    const methods = ['conversations.info', 'response_url'];
    for (const method of methods) scene.fake.fail(method, { kind: 'reset' }, { times: 3 });
    await ask(at);
    await waitFor(() => directTo(at)[0]);
    await rest(scene);
    expect([directTo(at), toldTo(at)]).toEqual([[wordsOfLoss('downAtAsk')], []]);
  });
});

test('with the token revoked while a question waits, its asker is told once the bot is installed anew', async () => {
  await open({ pace: { patience: shortPatience } });
  const at = seat(scene);
  for (const method of ['chat.postMessage', 'files.delete'])
    scene.fake.fail(method, faults['token_revoked'], { times: Infinity });
  await ask(at);
  const isReported = () =>
    scene.reports.find((each) => each instanceof Fault && /is tried again/u.test(each.message));
  await waitFor(isReported);
  expect([directTo(at), scene.fake.messages()]).toEqual([[], []]);
  scene.fake.mend();
  await waitFor(() => directTo(at)[0]);
  expect(directTo(at)).toEqual([wordsOfLoss('signedOut')]);
});

test('a notice that can never be posted is told to the operator', async () => {
  await open({ pace: { patience: shortPatience } });
  const at = seat(scene);
  scene.fake.fail('chat.postMessage', faults['is_archived']);
  scene.fake.fail('chat.postMessage', faults['user_disabled'], { times: Infinity });
  await ask(at);
  const untold = await waitFor(() =>
    scene.reports.find((each) => each instanceof Fault && /nobody told/u.test(each.message)),
  );
  expect(untold).toMatchObject({ name: 'SlackFault', code: 'user_disabled' });
});

describe.each([
  { call: 'files.completeUploadExternal', step: 'a picture', passing: 0 },
  { call: 'conversations.info', step: 'a last look at the room', passing: 1 },
  { call: 'chat.postMessage', step: 'a post', passing: 0 },
])('a wait that Slack asks for', ({ call, step, passing }) => {
  test(`is kept to by ${step}`, async () => {
    await open();
    const at = seat(scene);
    scene.fake.fail(call, { kind: 'ratelimited', retryAfterS: 4 }, { after: passing });
    await after(scene, () => ask(at), { messages: 1 });
    const calls = scene.fake.calls().filter(({ method }) => method === call);
    const [refused, next] = calls.slice(passing);
    expect(refused?.error).toBe('ratelimited');
    expect((next?.atMs ?? 0) - (refused?.atMs ?? 0)).toBeGreaterThanOrEqual(4000);
  });
});

describe.each(transports)('over %s', (transport) => {
  test('a question and a press are answered once, however often they are delivered', async () => {
    await open({ transport });
    const at = seat(scene);
    const twice = async (first: Delivered) => [
      first,
      await scene.fake.redeliver(first),
      await scene.fake.redeliver(first),
    ];
    const asked = await after(scene, async () => twice(await ask(at)), { messages: 1 });
    const pressed = { user: at.user, message: only(asked.messages), actionId: 'mobility:table' };
    const tables = await after(scene, async () => twice(await scene.fake.press(pressed)), {
      messages: 1,
    });
    expect(only(tables.messages).threadTs).toBe(only(asked.messages).ts);
    const refused = await after(scene, async () => twice(await ask(at, 'regin:Alderton')), {
      told: 1,
    });
    expect([refused.messages, refused.told.length]).toEqual([[], 1]);
    const change = { ...pressed, actionId: 'mobility:change' };
    const forms = await after(scene, async () => twice(await scene.fake.press(change)));
    await waitFor(() => scene.fake.views().find(({ isOpen }) => isOpen));
    await rest(scene);
    expect([forms.messages, scene.fake.ephemerals(at.user).length]).toEqual([[], 1]);
  });
});

test('a delivery of another time, or signed with another secret, does nothing', async () => {
  await open();
  const at = seat(scene);
  const minute = 60_000;
  const answered = await after(scene, () => ask(at, table), { messages: 1 });
  expect(answered.messages).toHaveLength(1);
  const input = { ...at, text: table };
  for (const how of [
    { atMs: Date.now() - 10 * minute },
    { atMs: Date.now() + 10 * minute },
    { secret: 'another' },
  ])
    expect((await scene.fake.command(input, how)).status).toBe(401);
  await rest(scene);
  expect(scene.fake.messages()).toHaveLength(1);
  expect(scene.fake.ephemerals()).toEqual([]);
});
