import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '#src/answer.ts';
import { seal, type Intent } from '#src/bot/seal.ts';
import type { Warehouse } from '#src/ports.ts';
import type { FakeView } from '#test/support/slack/start-fake-slack.ts';
import { after, only, rest } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { readAudit } from './read-audit.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import { giveRole } from './seat.ts';
import { transports } from './transports.ts';
import { waitFor } from './wait-for.ts';

describe.each(transports)('over %s', (transport) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ transport });
  });
  afterAll(() => scene.close());
  afterEach(() => expect(scene.reports).toEqual([]));

  const analyst = (tier = 'narrow'): string => {
    const user = scene.fake.addUser().id;
    giveRole(scene, 'analyst', { users: [user], alone: tier });
    return user;
  };
  const open = async (user: string): Promise<FakeView> => {
    const before = scene.fake.calls().filter(({ method }) => method === 'views.publish').length;
    await scene.fake.event({ type: 'app_home_opened', user, channel: 'D0HOME', tab: 'home' });
    const isShown = () =>
      scene.fake.calls().filter(({ method }) => method === 'views.publish').length > before &&
      pagesOf(user).length > 0;
    await waitFor(() => isShown() || undefined);
    return pageOf(user);
  };
  const pagesOf = (user: string): readonly FakeView[] =>
    scene.fake.views().filter((view) => view.user === user && view.type === 'home');
  const pageOf = (user: string): FakeView => only(pagesOf(user));
  const shown = (page: FakeView) => wordsOf(page.view).join(' ');
  const press = (user: string, label: string, value?: string) =>
    scene.fake.press({ user, label, ...(value === undefined ? {} : { value }) });
  /** The answer to the first example of a page. */
  const usualAnswer = async (page: FakeView) => {
    const example = wordsOf(page.view).find((line) => line.startsWith('/mobility '));
    const text = `${example?.slice('/mobility '.length)} show:table`;
    const outcome = await answer(text, scene.edges);
    if (outcome.kind !== 'answered') throw new Error(`${text} is not answered`);
    return outcome;
  };

  test('for whom a role lets ask alone it has the usual answer, recorded before it is shown, and buttons', async () => {
    const user = analyst();
    const before = (await readAudit(scene, 'answer.given')).length;
    const page = await open(user);
    const { echo, reply } = await usualAnswer(page);
    expect(wordsOf(page.view)).toContain(echo);
    expect(wordsOf(page.view)).toContain(reply.sentences.map(({ text }) => text).join(' '));
    expect(shown(page)).toContain('Release tiny-1 · data to 22 May 2022');
    await rest(scene);
    expect((await readAudit(scene, 'answer.given')).slice(before)).toMatchObject([
      { actor: { kind: 'person', id: user }, decision: 'answered', release: 'tiny-1' },
    ]);
    expect(new Set(buttonsOf(page.view).map(({ label }) => label))).toEqual(
      new Set(['Ask for yourself', 'Answer only me', 'In the form']),
    );
  });

  test('for anybody else it has neither figures nor buttons, and nothing is recorded', async () => {
    const before = (await readAudit(scene)).length;
    const opened = () => scene.fake.calls().filter(({ method }) => method === 'conversations.open');
    const openedBefore = opened().length;
    const ordinary = [scene.fake.addUser(), scene.fake.addUser({ isGuest: true })];
    for (const { id } of ordinary) {
      const page = await open(id);
      expect(opened()).toHaveLength(openedBefore);
      expect(shown(page)).toContain('The data run to 22 May 2022 (release tiny-1).');
      expect(shown(page)).toContain('Type /mobility alone for a form');
      expect(shown(page)).not.toContain('I read this as');
      expect(buttonsOf(page.view)).toEqual([]);
    }
    const approver = scene.fake.addUser().id;
    giveRole(scene, 'approver', { users: [approver], alone: undefined });
    expect(buttonsOf((await open(approver)).view)).toEqual([]);
    const stranger = await open(scene.fake.addUser({ isStranger: true }).id);
    expect(shown(stranger)).not.toContain('Release');
    expect(shown(stranger)).not.toContain('22 May 2022');
    expect((await readAudit(scene)).length).toBe(before);
  });

  test('where the tier of the role does not let the usual question be asked, there is no answer to it', async () => {
    scene.access.tiers['events'] = {
      commands: ['events', 'status', 'help'],
      level: 'region',
      areas: 'all',
      modes: 'all',
      guests: 'refuse',
    };
    const page = await open(analyst('events'));
    expect(shown(page)).not.toContain('I read this as');
    expect(buttonsOf(page.view).map(({ label }) => label)).toEqual([
      'Ask for yourself',
      'Answer only me',
    ]);
  });

  test('a page that is told of twice is recorded once', async () => {
    const user = analyst();
    const before = (await readAudit(scene, 'answer.given')).length;
    const sent = await scene.fake.event({
      type: 'app_home_opened',
      user,
      channel: 'D0HOME',
      tab: 'home',
    });
    await scene.fake.redeliver(sent);
    await waitFor(() => scene.fake.views().find((view) => view.user === user));
    await rest(scene);
    expect((await readAudit(scene, 'answer.given')).length).toBe(before + 1);
  });

  test('a question is answered to them alone', async () => {
    const user = analyst();
    await open(user);
    const { messages } = await after(scene, () => press(user, 'Answer only me'), { messages: 1 });
    const message = only(messages);
    expect(message.channel).toMatch(/^D/u);
    expect(wordsOf(message)[0]).toContain('I read this as');
  });

  test('the form opens, empty or with a question, for them alone', async () => {
    const user = analyst();
    await open(user);
    const formOf = () =>
      scene.fake
        .views()
        .findLast((view) => view.user === user && view.isOpen && view.type === 'modal');
    await press(user, 'In the form');
    const form = await waitFor(formOf);
    expect(shown(form)).toContain('Only you see the answer.');
    expect(shown(form)).toContain('I read this as');
    const { messages } = await after(
      scene,
      () => scene.fake.submit({ user, view: form, values: {} }),
      { messages: 1 },
    );
    expect(wordsOf(only(messages))[0]).toContain('I read this as');
    await press(user, 'Ask for yourself');
    const empty = await waitFor(formOf);
    expect(shown(empty)).toContain('Choose a place first.');
  });

  test('who has lost the role meanwhile is told so, in a direct message', async () => {
    const user = analyst();
    await open(user);
    giveRole(scene, 'analyst', { users: [], alone: 'narrow' });
    const { messages } = await after(scene, () => press(user, 'Answer only me'), { messages: 1 });
    expect(only(messages).text).not.toContain('I read this as');
  });

  const mac = (text: string) => scene.parts.mac(text);
  const alone: Intent = { kind: 'alone', text: 'status' };
  test.each<[string, (user: string) => string]>([
    ['nonsense', () => 'f'.repeat(100)],
    [
      "somebody else's",
      () => seal(alone, { as: 'button', channel: undefined, user: 'U0OTHER' }, mac),
    ],
    ['of a channel', (user) => seal(alone, { as: 'button', channel: 'C0OTHER', user }, mac)],
    ['of a form', (user) => seal(alone, { as: 'form', channel: undefined, user }, mac)],
    [
      'that asks aloud',
      (user) =>
        seal({ kind: 'ask', text: 'status' }, { as: 'button', channel: undefined, user }, mac),
    ],
  ])('a button with state %s does nothing but tell so', async (_, state) => {
    const user = analyst();
    await open(user);
    const before = (await readAudit(scene, 'interaction.refused')).length;
    const { messages } = await after(scene, () => press(user, 'Answer only me', state(user)), {
      messages: 1,
    });
    expect(only(messages).text).toContain('not valid here');
    expect((await readAudit(scene, 'interaction.refused')).slice(before)).toMatchObject([
      { actor: { id: user }, decision: 'notSealed' },
    ]);
  });
});

test('what Slack or the state does not give is left out of the page, and reported', async () => {
  const scene = await openScene();
  const user = scene.fake.addUser().id;
  giveRole(scene, 'analyst', { users: [user], alone: 'narrow' });
  scene.fake.fail('conversations.open', { kind: 'error', error: 'missing_scope' }, { times: 3 });
  await scene.fake.event({ type: 'app_home_opened', user, channel: 'D0HOME', tab: 'home' });
  const page = await waitFor(() => scene.fake.views().find((view) => view.user === user));
  expect(wordsOf(page.view).join(' ')).toContain('The data run to');
  expect(buttonsOf(page.view)).toEqual([]);
  expect(scene.reports).toMatchObject([{ code: 'missing_scope' }]);
  await scene.close();
});

test('an answer that takes long does not hold up the page: it is shown without, and then with it', async () => {
  const scene = await openScene();
  const user = scene.fake.addUser().id;
  giveRole(scene, 'analyst', { users: [user], alone: 'narrow' });
  const { desk } = scene.edges;
  const read = Promise.withResolvers<undefined>();
  const warehouse: Warehouse = {
    ...desk.warehouse,
    run: async (query, params, options) => {
      await read.promise;
      return desk.warehouse.run(query, params, options);
    },
  };
  scene.answering = { ...scene.edges, desk: { ...desk, warehouse } };
  await scene.fake.event({ type: 'app_home_opened', user, channel: 'D0HOME', tab: 'home' });
  const words = () => scene.fake.views().map(({ view }) => wordsOf(view).join(' '));
  await waitFor(() => words()[0]);
  expect(only(words())).toContain('The data run to');
  expect(only(words())).not.toContain('I read this as');
  read.resolve(undefined);
  await waitFor(() => words()[0]?.includes('I read this as') || undefined);
  expect(scene.reports).toEqual([]);
  await scene.close();
});
