import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { after, only } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { readAudit } from './read-audit.ts';
import { labelsOf, wordsOf } from './read-message.ts';
import { transports } from './transports.ts';
import { waitFor } from './wait-for.ts';
import { giveRole, seat } from './seat.ts';

const question = 'region:Alderton show:table';

describe.each(transports)('over %s', (transport) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ transport });
  });
  afterAll(() => scene.close());
  afterEach(() => {
    for (const role of ['official', 'analyst'] as const) delete scene.access.roles[role];
    expect(scene.reports).toEqual([]);
    expect(scene.fake.orphans()).toEqual([]);
  });

  const ask = (at: { user: string; channel: string }, text: string) =>
    scene.fake.command({ ...at, text });

  describe('in a direct message', () => {
    test('who has a role is answered as far as it goes', async () => {
      const at = seat(scene, { kind: 'direct', tier: undefined });
      giveRole(scene, 'official', { users: [at.user], alone: 'wide' });
      const refused = await after(scene, () => ask(at, question), { told: 1 });
      expect(refused.messages).toEqual([]);
      expect(only(refused.told).text).toContain('regions and larger places');
      const { messages } = await after(scene, () => ask(at, 'region:"North Arden" show:table'), {
        messages: 1,
      });
      expect(only(messages)).toMatchObject({ channel: at.channel, threadTs: undefined });
    });

    test('of several roles, any will do', async () => {
      const at = seat(scene, { kind: 'direct', tier: undefined });
      giveRole(scene, 'official', { users: [at.user], alone: 'wide' });
      giveRole(scene, 'analyst', { users: [at.user], alone: 'narrow' });
      const { messages } = await after(scene, () => ask(at, question), { messages: 1 });
      expect(only(messages).channel).toBe(at.channel);
    });

    test.each([
      ['nobody has a role', () => undefined],
      [
        'somebody else has',
        () => giveRole(scene, 'analyst', { users: [scene.fake.addUser().id], alone: 'narrow' }),
      ],
    ])('nothing is answered where %s', async (_, given) => {
      const at = seat(scene, { kind: 'direct', tier: undefined });
      given();
      const { messages, told } = await after(scene, () => ask(at, question), { told: 1 });
      expect(messages).toEqual([]);
      expect(only(told).text).toContain('You cannot get answers in direct messages.');
      expect(labelsOf(only(told))).toEqual([]);
    });

    test('a role that is for no answers alone gives none', async () => {
      const at = seat(scene, { kind: 'direct', tier: undefined });
      giveRole(scene, 'analyst', { users: [at.user], alone: undefined });
      const { messages } = await after(scene, () => ask(at, question), { told: 1 });
      expect(messages).toEqual([]);
    });
  });

  describe('"Answer only me"', () => {
    test('answers in the direct message, and shows nothing in the channel', async () => {
      const at = seat(scene, { tier: 'wide' });
      giveRole(scene, 'analyst', { users: [at.user], alone: 'narrow' });
      const refusal = only((await after(scene, () => ask(at, question), { told: 1 })).told);
      expect(labelsOf(refusal)).toEqual(['Ask: region:"North Arden" show:table', 'Answer only me']);
      const { messages, told } = await after(
        scene,
        () => scene.fake.press({ user: at.user, message: refusal, actionId: 'mobility:alone' }),
        { messages: 1 },
      );
      expect(told).toEqual([]);
      const alone = only(messages);
      expect(alone.channel).toMatch(/^D/u);
      expect(alone.threadTs).toBeUndefined();
      expect(wordsOf(alone)[0]).toContain('that end in Alderton');
      expect(scene.fake.messages(at.channel)).toEqual([]);
      const [given] = (await readAudit(scene, 'answer.given')).slice(-1);
      expect(given).toMatchObject({
        actor: { kind: 'person', id: at.user },
        channel: { id: alone.channel, audience: { kind: 'direct', members: 1 } },
      });
    });

    test('and the buttons under it are answered there', async () => {
      const at = seat(scene, { tier: undefined });
      giveRole(scene, 'analyst', { users: [at.user], alone: 'narrow' });
      const refusal = only((await after(scene, () => ask(at, question), { told: 1 })).told);
      const alone = only(
        (
          await after(
            scene,
            () => scene.fake.press({ user: at.user, message: refusal, actionId: 'mobility:alone' }),
            { messages: 1 },
          )
        ).messages,
      );
      const { messages } = await after(
        scene,
        () => scene.fake.press({ user: at.user, message: alone, actionId: 'mobility:method' }),
        { messages: 1 },
      );
      expect(only(messages)).toMatchObject({ channel: alone.channel, threadTs: alone.ts });
    });

    test.each(['wide', undefined])('is not offered to who has no role, in %s', async (tier) => {
      const at = seat(scene, { tier });
      giveRole(scene, 'analyst', { users: [scene.fake.addUser().id], alone: 'narrow' });
      const { told } = await after(scene, () => ask(at, question), { told: 1 });
      expect(labelsOf(only(told))).not.toContain('Answer only me');
    });

    test.each([
      ['is gone', { users: [], alone: 'narrow' }, 'You cannot get answers in direct messages.'],
      ['lets less be asked', { users: undefined, alone: 'wide' }, 'regions and larger places'],
    ])('is refused in words where the role %s by the time of the press', async (_, now, says) => {
      const at = seat(scene, { tier: 'wide' });
      giveRole(scene, 'analyst', { users: [at.user], alone: 'narrow' });
      const refusal = only((await after(scene, () => ask(at, question), { told: 1 })).told);
      giveRole(scene, 'analyst', { users: now.users ?? [at.user], alone: now.alone });
      const { messages, told } = await after(
        scene,
        () => scene.fake.press({ user: at.user, message: refusal, actionId: 'mobility:alone' }),
        { told: 1 },
      );
      expect(messages).toEqual([]);
      expect(only(told).text).toContain(says);
      // A button made for the direct message would do nothing here.
      expect(labelsOf(only(told))).toEqual([]);
    });
  });

  test('the page says what the data cover, where to ask, and questions that work', async () => {
    const at = seat(scene);
    await after(scene, () =>
      scene.fake.event({
        type: 'app_home_opened',
        user: at.user,
        channel: 'D0FAKEHOME',
        tab: 'home',
        event_ts: '1700000000.000100',
      }),
    );
    const pages = () => scene.fake.views().filter(({ user }) => user === at.user);
    await waitFor(() => pages()[0]);
    const page = only(pages());
    expect(page.type).toBe('home');
    const words = wordsOf(page.view);
    expect(words).toContain('The data run to 22 May 2022 (release tiny-1).');
    expect(words.filter((word) => word.startsWith('C0'))).toContain(at.channel);
    const examples = words.flatMap((word) =>
      word.startsWith('/mobility ') ? [word.slice('/mobility '.length)] : [],
    );
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples)
      expect(parseAsk(example, scene.edges.desk.vocabulary).kind).toBe('read');
  });

  test('a tab that is not the page shows nothing', async () => {
    const user = scene.fake.addUser().id;
    await after(scene, () =>
      scene.fake.event({ type: 'app_home_opened', user, channel: 'D0FAKEHOME', tab: 'messages' }),
    );
    expect(scene.fake.views().filter((view) => view.user === user)).toEqual([]);
  });
});
