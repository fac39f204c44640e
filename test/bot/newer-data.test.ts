import { afterAll, beforeAll, expect, test, describe } from 'vitest';
import type { FakeMessage } from '#test/support/slack/start-fake-slack.ts';
import { after, only, rest } from './after.ts';
import { faults } from './faults/fault-names.ts';
import { openScene, type Scene } from './open-scene.ts';
import { labelsOf, wordsOf } from './read-message.ts';
import { seat } from './seat.ts';
import { transports } from './transports.ts';
import { openTwoReleases, type TwoReleases } from './two-releases.ts';
import { waitFor } from './wait-for.ts';

let releases: TwoReleases;
beforeAll(async () => {
  releases = await openTwoReleases();
});
afterAll(() => releases.close());

describe.each(transports)('over %s', (transport) => {
  let scene: Scene;
  beforeAll(async () => {
    const release = await releases.watch();
    scene = await openScene({ transport, parts: { release }, pace: { lookMs: 50, offerMs: 20 } });
  });
  afterAll(() => scene.close());

  const updates = () => scene.fake.calls().filter(({ method }) => method === 'chat.update').length;

  test('a newer release puts a button under earlier answers, once, which asks again', async () => {
    const drawn = seat(scene);
    const plain = seat(scene);
    const question = 'region:Alderton since:lift-date';
    const { messages: answers } = await after(
      scene,
      () =>
        Promise.all([
          scene.fake.command({ ...drawn, text: question }),
          scene.fake.command({ ...plain, text: `${question} show:table` }),
        ]),
      { messages: 2 },
    );
    const labels = new Map(answers.map((message) => [message.ts, labelsOf(message)]));
    const files = scene.fake.files();
    expect(updates()).toBe(0);

    releases.pointAt('newer');
    await waitFor(() => (updates() >= 2 ? true : undefined));
    await rest(scene);
    const present = [...scene.fake.messages(drawn.channel), ...scene.fake.messages(plain.channel)];
    expect(present).toHaveLength(2);
    for (const message of present) {
      const before = answers.find(({ ts }) => ts === message.ts);
      expect(labelsOf(message)).toEqual(['Newer data', ...(labels.get(message.ts) ?? [])]);
      expect(wordsOf(message)).toEqual(wordsOf(before ?? { blocks: [] }));
    }
    expect(scene.fake.files()).toEqual(files);
    expect(scene.fake.orphans()).toEqual([]);

    const [old] = scene.fake.messages(drawn.channel);
    if (old === undefined) throw new Error('it is gone');
    const { messages } = await after(
      scene,
      () =>
        scene.fake.press({
          user: scene.fake.addUser().id,
          message: old,
          actionId: 'mobility:newer',
        }),
      { messages: 1 },
    );
    const renewed = only(messages);
    expect(renewed).toMatchObject({ channel: drawn.channel, threadTs: old.ts });
    expect(wordsOf(renewed).at(-1)).toContain('Release tiny-2 · data to 29 May 2022');
    expect(wordsOf(renewed)[0]).toBe(wordsOf(old)[0]);
    expect(labelsOf(renewed)).toEqual(labels.get(old.ts));
    expect(updates()).toBe(2);
    expect(scene.reports).toEqual([]);
  });

  test('back at the earlier release, answers of either are told apart', async () => {
    const before = updates();
    releases.pointAt('older');
    await waitFor(() => (updates() > before ? true : undefined));
    await rest(scene);
    expect(updates()).toBe(before + 1);

    releases.pointAt('newer');
    const answering = () => scene.parts.release.current()?.desk.warehouse.release.releaseId;
    await waitFor(() => answering() === 'tiny-2' || undefined);
    await rest(scene);
    // Each was offered the newer release already.
    expect(updates()).toBe(before + 1);
    expect(scene.reports).toEqual([]);
  });

  const ask = async (text: string): Promise<FakeMessage> => {
    const at = seat(scene);
    const { messages } = await after(scene, () => scene.fake.command({ ...at, text }), {
      messages: 1,
    });
    return only(messages);
  };
  const now = ({ channel, ts }: FakeMessage): FakeMessage =>
    only(scene.fake.messages(channel).filter((message) => message.ts === ts));

  test('while Slack asks to wait the button comes later, and help gets none', async () => {
    const answers = [await ask('region:Alderton'), await ask('region:Birchwick show:table')];
    const help = await ask('help');
    scene.fake.fail('chat.update', { kind: 'ratelimited', retryAfterS: 1 }, { times: 2 });
    releases.pointAt('older');
    for (const answer of answers)
      await waitFor(() => (labelsOf(now(answer)).includes('Newer data') ? true : undefined));
    await rest(scene);
    expect(now(help)).toEqual(help);
    expect(scene.reports).toEqual([]);
  });

  test('where Slack does not take the change, the answer stays as it was, with its picture, and the operator is told', async () => {
    const answer = await ask('region:Cedarham since:lift-date');
    scene.fake.fail('chat.update', faults['invalid_blocks'], { times: Infinity });
    releases.pointAt('newer');
    await waitFor(() => scene.reports[0]);
    scene.fake.mend();
    expect(scene.reports).toMatchObject([{ code: 'invalid_blocks' }]);
    expect(now(answer)).toEqual(answer);
    expect(scene.fake.orphans()).toEqual([]);
  });
});
