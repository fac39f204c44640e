import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelId } from '#src/access/room.ts';
import { seal } from '#src/bot/seal.ts';
import type { Incoming } from '#src/incoming.ts';
import { busy } from '#src/refusal.ts';
import { rest } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { directWords } from './read-message.ts';
import { seat, type Seat } from './seat.ts';
import { waitFor } from './wait-for.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const minute = 60_000;
const ago = (ms: number): Date => new Date(Date.now() - ms);
let count = 0;
const command = ({ user, channel }: Seat): Incoming => {
  count += 1;
  return {
    kind: 'command',
    key: `command:left-${count}`,
    user,
    channel: channelId.parse(channel),
    text: 'region:Alderton',
    trigger: '1.2.a',
    responseUrl: `${scene.fake.apiUrl}not-there`,
  };
};
type LeftSeat = Seat & { readonly direct: string };
const sit = (): LeftSeat => {
  const at = seat(scene);
  return { ...at, direct: scene.fake.addChannel({ kind: 'direct', members: [at.user] }).id };
};
const directTo = ({ direct }: LeftSeat) => scene.fake.messages(direct);

describe('what a killed program left', () => {
  test('is answered', async () => {
    const at = sit();
    await scene.office.take({ ...command(at), left: 'again' }, ago(29 * minute));
    await waitFor(() => scene.fake.messages(at.channel)[0]);
    await rest(scene);
    expect(directTo(at)).toEqual([]);
  });

  test.each([
    ['is not, after more than half an hour', 'again', 31, 'I was not running for a while'],
    ['is not, where several were killed over it', 'givenUp', 0, 'I failed over it several times'],
  ] as const)('%s: its asker is told', async (_, left, minutes, says) => {
    const at = sit();
    const delivered = command(at);
    const taken = { ...delivered, left };
    await scene.office.take(taken, ago(minutes * minute));
    await scene.office.take(taken, ago(minutes * minute));
    const told = await waitFor(() => directTo(at)[0]);
    await rest(scene);
    expect(directWords(told)).toContain(`What you asked was not answered: ${says}.`);
    expect(told.text).toContain(`<#${at.channel}>`);
    expect(directTo(at)).toHaveLength(1);
    expect(scene.fake.messages(at.channel)).toEqual([]);
  });

  test('whose answer is on its way already is not said to be lost', async () => {
    const at = sit();
    const delivered = command(at);
    await scene.office.take(delivered, new Date());
    await scene.office.take({ ...delivered, left: 'givenUp' }, ago(minute));
    await waitFor(() => scene.fake.messages(at.channel)[0]);
    await rest(scene);
    expect(directTo(at)).toEqual([]);
    expect(scene.fake.messages(at.channel)).toHaveLength(1);
  });

  test('of a form is told in a direct message where it is not understood: the form has closed', async () => {
    const at = sit();
    const bounds = { as: 'form', channel: at.channel, user: at.user } as const;
    const state = seal({ kind: 'change', text: 'region:Alderton' }, bounds, scene.parts.mac);
    const sent = { kind: 'submission', key: 'left form', user: at.user, state } as const;
    await scene.office.take({ ...sent, question: 'regin:Alderton', left: 'again' }, new Date());
    const told = await waitFor(() => directTo(at)[0]);
    expect(directWords(told)).toContain('regin');
    expect(told.text).toContain(`<#${at.channel}>`);
  });
});

describe('whoever is turned away', () => {
  test.each(['mention', 'pagePress'] as const)(
    'of a %s hears so in a direct message, once, and nothing is done',
    async (kind) => {
      const at = sit();
      const { user } = at;
      const channel = channelId.parse(at.channel);
      const from = { key: `turned away: ${kind}`, user, left: 'turnedAway' } as const;
      const sent: Incoming =
        kind === 'mention'
          ? { ...from, kind, channel, text: 'region:Alderton', ts: '1.000100' }
          : { ...from, kind, value: 'sealed', trigger: '1.2.a' };
      await scene.office.take(sent, new Date());
      await scene.office.take(sent, new Date());
      const told = await waitFor(() => directTo(at)[0]);
      await rest(scene);
      expect(told.text).toContain(`${busy.message}\n${busy.next}`);
      expect(directTo(at)).toHaveLength(1);
      expect(scene.fake.messages(at.channel)).toEqual([]);
    },
  );
});
