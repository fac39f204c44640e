import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seal, type Intent } from '#src/bot/seal.ts';
import type { Mac } from '#src/state/audit-chain.ts';
import type { Delivered, FakeMessage } from '#test/support/slack/start-fake-slack.ts';
import { after, only, rest, type Came } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { readAudit } from './read-audit.ts';
import { buttonsOf } from './read-message.ts';
import { seat, type Seat } from './seat.ts';
import { transports } from './transports.ts';

const oldKey: Mac = (text) => createHmac('sha256', 'another key').update(text).digest('hex');
const intent: Intent = { kind: 'ask', text: 'region:Birchwick show:table' };

describe.each(transports)('over %s', (transport) => {
  let scene: Scene;
  let at: Seat;
  let other: string;
  let message: FakeMessage;
  let sealed: string;
  beforeAll(async () => {
    scene = await openScene({ transport });
    at = seat(scene);
    other = scene.fake.addUser().id;
    const text = 'region:Alderton show:table';
    const { messages } = await after(scene, () => scene.fake.command({ ...at, text }), {
      messages: 1,
    });
    message = only(messages);
    sealed = buttonsOf(message).find(({ action }) => action === 'method')?.value ?? '';
  });
  afterAll(() => scene.close());

  const refusedSince = async (before: number) =>
    (await readAudit(scene, 'interaction.refused')).slice(before);
  const mac = (text: string) => scene.parts.mac(text);
  const here = (user?: string) => ({ as: 'button', channel: at.channel, user }) as const;

  /** Does something forged, and expects that it is told to whoever did it, recorded, and nothing else. */
  const expectRefused = async (user: string, act: () => Promise<Delivered>): Promise<Came> => {
    const before = (await readAudit(scene, 'interaction.refused')).length;
    const came = await after(scene, act, { told: 1 });
    expect(came.messages).toEqual([]);
    expect(only(came.told)).toMatchObject({
      user,
      text: 'This button is not valid here, or not for you, so nothing was done.\nType your question after /mobility instead.',
    });
    expect(await refusedSince(before)).toMatchObject([
      { actor: { kind: 'person', id: user }, decision: 'notSealed' },
    ]);
    return came;
  };

  test.each<[string, () => string]>([
    ['with another question in it', () => sealed.replace('Alderton', 'Birchwick')],
    ['with no seal', () => sealed.slice(64)],
    ['with half a seal', () => sealed.slice(32)],
    ['of nonsense', () => 'nonsense'],
    ['of nonsense as long as a seal', () => 'f'.repeat(100)],
    ['that says nothing', () => ' '],
    ['sealed with another key', () => seal(intent, here(), oldKey)],
    ['sealed for a form', () => seal(intent, { ...here(), as: 'form' }, mac)],
    ['sealed for another channel', () => seal(intent, { ...here(), channel: 'C0OTHER' }, mac)],
    ['sealed for somebody else', () => seal(intent, here(other), mac)],
  ])('a button %s does nothing but tell so', async (_, value) => {
    await expectRefused(at.user, () =>
      scene.fake.press({
        user: at.user,
        message,
        actionId: 'mobility:method',
        value: value(),
      }),
    );
  });

  test('sealed for whoever is in the channel, it works: so the refusals above are of the seal', async () => {
    const value = seal(intent, here(), mac);
    const press = { user: other, message, actionId: 'mobility:method', value };
    const { messages } = await after(scene, () => scene.fake.press(press), { messages: 1 });
    expect(only(messages).threadTs).toBe(message.ts);
  });

  test('a true button taken to another channel does nothing there', async () => {
    const there = seat(scene);
    const text = 'region:Birchwick show:table';
    const { messages } = await after(scene, () => scene.fake.command({ ...there, text }), {
      messages: 1,
    });
    await expectRefused(there.user, () =>
      scene.fake.press({
        user: there.user,
        message: only(messages),
        actionId: 'mobility:method',
        value: sealed,
      }),
    );
  });

  test('the question that a refusal suggests is for the asker alone', async () => {
    const { told } = await after(
      scene,
      () => scene.fake.command({ ...at, text: 'regin:Alderton' }),
      {
        told: 1,
      },
    );
    await expectRefused(other, () =>
      scene.fake.press({ user: other, message: only(told), actionId: 'mobility:try' }),
    );
  });

  describe('a form', () => {
    const openForm = async () => {
      await after(scene, () =>
        scene.fake.press({ user: at.user, message, actionId: 'mobility:change' }),
      );
      const view = scene.fake.views().findLast(({ user }) => user === at.user);
      if (view === undefined) throw new Error('no form is open');
      return view;
    };
    const change: Intent = { kind: 'change', text: 'status' };
    const form = (user: string | undefined) => ({ as: 'form', channel: at.channel, user }) as const;

    test.each<[string, () => string]>([
      ['for another channel', () => seal(change, form('U0OTHER'), mac)],
      ['sealed with another key', () => seal(change, form(undefined), oldKey)],
      ['with the state of a button', () => sealed],
      ['with nothing in it', () => ''],
      ['with no channel', () => seal(change, { ...form(undefined), channel: undefined }, mac)],
      ['that asks at once', () => seal(intent, form(undefined), mac)],
    ])('%s does nothing but say so', async (_, state) => {
      const view = await openForm();
      const before = (await readAudit(scene, 'interaction.refused')).length;
      const came = await after(scene, () =>
        scene.fake.submit({
          user: at.user,
          view,
          values: { 'mobility:question': 'status' },
          privateMetadata: state(),
        }),
      );
      expect(came).toEqual({ messages: [], told: [] });
      expect(scene.fake.views().find(({ id }) => id === view.id)?.errors).toEqual({
        question: expect.stringContaining('not valid here') as string,
      });
      expect(await refusedSince(before)).toMatchObject([
        { actor: { kind: 'person', id: at.user }, decision: 'notSealed' },
      ]);
    });

    test('sent by somebody else does nothing but say so', async () => {
      const view = await openForm();
      const before = (await readAudit(scene, 'interaction.refused')).length;
      const came = await after(scene, () =>
        scene.fake.submit({ user: other, view, values: { 'mobility:question': 'status' } }),
      );
      expect(came).toEqual({ messages: [], told: [] });
      expect(await refusedSince(before)).toMatchObject([{ actor: { id: other } }]);
    });

    test('sent twice is answered once', async () => {
      const view = await openForm();
      let sent: Delivered | undefined;
      const { messages } = await after(
        scene,
        async () => {
          sent = await scene.fake.submit({
            user: at.user,
            view,
            values: { 'mobility:question': 'status' },
          });
          return [sent, await scene.fake.redeliver(sent)];
        },
        { messages: 1 },
      );
      expect(messages).toHaveLength(1);
    });
  });

  /** The same delivery three times more: at once, where Slack could. */
  const andAgain = async (first: Delivered): Promise<readonly Delivered[]> => {
    const again = () => scene.fake.redeliver(first);
    return transport === 'http'
      ? [first, ...(await Promise.all([again(), again(), again()]))]
      : [first, await again(), await again(), await again()];
  };

  test.each([
    ['a question', 'region:Alderton show:table', { messages: 1, told: 0 }],
    ['a refused question', 'region:Zzyzx', { messages: 0, told: 1 }],
  ])('%s that arrives four times is taken once', async (_, text, expected) => {
    const came = await after(
      scene,
      async () => andAgain(await scene.fake.command({ ...at, text })),
      expected,
    );
    expect([came.messages.length, came.told.length]).toEqual([expected.messages, expected.told]);
  });

  test('a press that arrives four times is taken once, forged or not', async () => {
    for (const value of [sealed, 'nonsense']) {
      const before = (await readAudit(scene, 'interaction.refused')).length;
      const isForged = value !== sealed;
      const came = await after(
        scene,
        async () => {
          const press = { user: at.user, message, actionId: 'mobility:method', value };
          return andAgain(await scene.fake.press(press));
        },
        isForged ? { told: 1 } : { messages: 1 },
      );
      expect([came.messages.length, came.told.length]).toEqual(isForged ? [0, 1] : [1, 0]);
      expect(await refusedSince(before)).toHaveLength(isForged ? 1 : 0);
    }
  });

  test('the operator hears of none of it: it is no fault', () => {
    expect(scene.reports).toEqual([]);
  });
});

test.each([
  ['of long ago', { atMs: Date.now() - 400_000 }],
  ['of a time to come', { atMs: Date.now() + 600_000 }],
  ['signed with another secret', { secret: 'another signing secret' }],
])('a request %s is turned away unread', async (_, how) => {
  const scene = await openScene();
  const at = seat(scene);
  const { status } = await scene.fake.command({ ...at, text: 'status' }, how);
  expect(status).toBe(401);
  await rest(scene);
  expect(scene.fake.messages()).toEqual([]);
  expect(scene.fake.ephemerals()).toEqual([]);
  expect(await readAudit(scene)).toEqual([]);
  expect(scene.reports).toMatchObject([{ name: 'SlackFault', code: 'unsigned' }]);
  await scene.close();
});
