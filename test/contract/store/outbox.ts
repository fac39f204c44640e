import { expect, test } from 'vitest';
import type { AuditContext } from '#src/state/audit-event.ts';
import type { Claim, MessageKind } from '#src/state/message.ts';
import type { OutboxChange } from '#src/state/store.ts';
import { bringTo, leaseMs } from './bring-to.ts';
import {
  ann,
  brief,
  by,
  describeStore,
  later,
  message,
  program,
  start,
  type World,
} from './scene.ts';

/** Each message is posted once or its fate is known. */
export function testOutbox(world: World): void {
  describeStore(world, 'the outbox', (scene) => {
    const change = <T>(work: (outbox: OutboxChange) => Promise<T>): Promise<T> =>
      scene.store.change(({ outbox }) => work(outbox));
    const put = (...parts: Parameters<typeof message>) =>
      change((outbox) => outbox.put(message(...parts), by(ann)));
    const claim = () => change((outbox) => outbox.claim({ leaseMs }, program));
    const claimed = async (): Promise<Claim> => {
      const held = await claim();
      if (held === undefined) throw new Error('there was nothing to claim');
      return held;
    };
    const posting = async (key: string): Promise<Claim> => {
      await put(key);
      const held = await claimed();
      expect(await change((outbox) => outbox.begin(held, undefined, program))).toBe(true);
      return held;
    };
    const actions = async () => (await scene.events()).map(brief);
    const stateOf = async (key: string) => (await scene.store.messages.find(key))?.state;

    test('a message is put once: the second of its key changes nothing', async () => {
      expect(await put('m')).toBe(true);
      expect(await put('m', { channel: 'C02', body: 'another' })).toBe(false);
      expect(await scene.store.messages.find('m')).toEqual({
        ...message('m'),
        state: 'queued',
        attempts: 0,
        ts: undefined,
        reason: undefined,
        file: undefined,
        content: undefined,
      });
      expect(await actions()).toEqual(['message.queued m']);
      expect(await scene.store.messages.find('none')).toBeUndefined();
    });

    test.each([
      ['a megabyte', { text: 'aé🚌\0"\\'.repeat(120_000) }],
      ['an array with holes of every kind', [null, false, 0, -0.5, '', {}, [[]], 1e21]],
      ['a lone surrogate', { text: '\uD800 \u202E' }],
      ['a text', '\u0000'],
    ])('a body of any shape comes back as it was: %s', async (_, body) => {
      await put('m', { body, due: new Date('2026-10-25T00:59:59.999Z') });
      const found = await scene.store.messages.find('m');
      expect(found?.body).toEqual(body);
      expect(found?.due).toEqual(new Date('2026-10-25T00:59:59.999Z'));
      scene.clock.now = new Date('2026-10-25T00:59:59.999Z');
      expect((await claimed()).body).toEqual(body);
    });

    test('nothing is claimed before it is due, to the millisecond', async () => {
      await put('m', { due: later(1) });
      expect(await claim()).toBeUndefined();
      expect(await actions()).toEqual(['message.queued m']);
      scene.clock.now = later(1);
      expect(await claim()).toMatchObject({
        key: 'm',
        state: 'claimed',
        found: 'queued',
        attempts: 1,
        until: later(1 + leaseMs),
      });
      expect(await claim()).toBeUndefined();
    });

    test('what has been due longest is claimed first', async () => {
      await put('b', { due: later(-1) });
      await put('c', { due: later(-2) });
      await put('a', { due: later(-1) });
      const order = [await claimed(), await claimed(), await claimed()];
      expect(order.map(({ key }) => key)).toEqual(['c', 'a', 'b']);
      expect(new Set(order.map(({ lease }) => lease)).size).toBe(3);
    });

    test('a message of a kind that only a later version knows is left to that version, and holds up no other', async () => {
      // As a replica of that version puts it.
      await put('later', { kind: 'briefing' as MessageKind, due: start });
      await put('known', { due: start });
      expect((await claimed()).key).toBe('known');
      expect(await claim()).toBeUndefined();
    });

    test('from claim to post, every step is kept and recorded', async () => {
      const held = await posting('m');
      expect(await stateOf('m')).toBe('posting');
      expect(await change((outbox) => outbox.confirm(held, '17.0001', program))).toBe(true);
      expect(await scene.store.messages.find('m')).toMatchObject({
        state: 'posted',
        ts: '17.0001',
        attempts: 1,
      });
      expect(await actions()).toEqual([
        'message.queued m',
        'message.claimed m',
        'message.posting m',
        'message.posted m',
      ]);
      expect((await scene.events()).at(-1)).toMatchObject({
        actor: program.actor,
        at: start.toISOString(),
        message: { channel: 'C01', ts: '17.0001' },
      });
      expect(await claim()).toBeUndefined();
    });

    type Step = (outbox: OutboxChange, held: Claim, audit: AuditContext) => Promise<boolean>;
    const begin: Step = (outbox, held, audit) => outbox.begin(held, undefined, audit);
    const confirm: Step = (outbox, held, audit) => outbox.confirm(held, '1.1', audit);
    const delay: Step = (outbox, held, audit) => outbox.delay(held, later(50), audit);
    const refuse: Step = (outbox, held, audit) => outbox.refuse(held, audit);
    const lose: Step = (outbox, held, audit) => outbox.lose(held, audit);
    const reasoned = { ...program, reason: 'is_archived' };

    test.each([
      ['claimed', 'begin', begin, 'posting', 'message.posting'],
      ['claimed', 'confirm', confirm, undefined, undefined],
      ['claimed', 'delay', delay, 'queued', 'message.delayed'],
      ['claimed', 'refuse', refuse, 'refused', 'message.refused'],
      ['claimed', 'lose', lose, undefined, undefined],
      ['posting', 'begin', begin, undefined, undefined],
      ['posting', 'confirm', confirm, 'posted', 'message.posted'],
      ['posting', 'delay', delay, 'queued', 'message.delayed'],
      ['posting', 'refuse', refuse, 'refused', 'message.refused'],
      ['posting', 'lose', lose, 'unknown', 'message.unknown'],
      ['unknown', 'begin', begin, undefined, undefined],
      ['unknown', 'confirm', confirm, 'posted', 'message.posted'],
      ['unknown', 'delay', delay, undefined, undefined],
      ['unknown', 'refuse', refuse, undefined, undefined],
      ['unknown', 'lose', lose, undefined, undefined],
      ['posted', 'begin', begin, undefined, undefined],
      ['posted', 'confirm', confirm, undefined, undefined],
      ['posted', 'delay', delay, undefined, undefined],
      ['posted', 'refuse', refuse, undefined, undefined],
      ['posted', 'lose', lose, undefined, undefined],
      ['refused', 'begin', begin, undefined, undefined],
      ['refused', 'confirm', confirm, undefined, undefined],
      ['refused', 'delay', delay, undefined, undefined],
      ['refused', 'refuse', refuse, undefined, undefined],
      ['refused', 'lose', lose, undefined, undefined],
    ] as const)('a %s message: %s', async (from, _, step, to, action) => {
      const held = await bringTo(scene.store, from);
      const before = await actions();
      expect(await change((outbox) => step(outbox, held, reasoned))).toBe(to !== undefined);
      expect(await stateOf('m')).toBe(to ?? from);
      expect((await actions()).slice(before.length)).toEqual(
        action === undefined ? [] : [`${action} m`],
      );
      if (action !== undefined)
        expect((await scene.events()).at(-1)).toMatchObject({ reason: 'is_archived' });
    });

    test('a delayed message waits until it is due again, and counts its attempts', async () => {
      await put('m');
      const held = await claimed();
      await change((outbox) =>
        outbox.delay(held, later(60_000), { ...program, reason: 'ratelimited' }),
      );
      expect(await scene.store.messages.find('m')).toMatchObject({
        state: 'queued',
        due: later(60_000),
        reason: 'ratelimited',
      });
      scene.clock.now = later(59_999);
      expect(await claim()).toBeUndefined();
      scene.clock.now = later(60_000);
      expect(await claim()).toMatchObject({ attempts: 2, found: 'queued', state: 'claimed' });
    });

    test('a lease holds until its time is over, and then the message passes to another worker', async () => {
      await put('m');
      const first = await claimed();
      scene.clock.now = later(leaseMs);
      expect(await claim()).toBeUndefined();
      scene.clock.now = later(leaseMs + 1);
      const second = await claimed();
      expect(second).toMatchObject({ key: 'm', found: 'claimed', state: 'claimed', attempts: 2 });
      const before = await actions();
      for (const step of [begin, delay, refuse, lose, confirm])
        expect(await change((outbox) => step(outbox, first, program))).toBe(false);
      expect(await actions()).toEqual(before);
      expect(await change((outbox) => outbox.begin(second, undefined, program))).toBe(true);
    });

    test('a post that was begun stays so for whoever takes it over', async () => {
      const first = await posting('m');
      scene.clock.now = later(leaseMs + 1);
      const second = await claimed();
      expect(second).toMatchObject({ found: 'posting', state: 'posting' });
      expect(await change((outbox) => outbox.begin(second, undefined, program))).toBe(false);
      expect(await change((outbox) => outbox.delay(first, start, program))).toBe(false);
      expect(await change((outbox) => outbox.lose(second, program))).toBe(true);
      expect(await stateOf('m')).toBe('unknown');
    });

    test('a message of which nobody could tell is seen in Slack later, once', async () => {
      const held = await bringTo(scene.store, 'unknown');
      scene.clock.now = later(10);
      const find = (key = 'm') => change((outbox) => outbox.find(key, '17.0009', program));
      expect([await find(), await find(), await find('other')]).toEqual([true, false, false]);
      expect(await scene.store.messages.postedAt(held.channel, '17.0009')).toMatchObject({
        key: 'm',
        state: 'posted',
        reason: undefined,
      });
      expect((await scene.events()).at(-1)).toMatchObject({
        action: 'message.posted',
        message: { channel: held.channel, ts: '17.0009' },
      });
    });

    test.each(['claimed', 'posting', 'posted', 'refused'] as const)(
      'a message that is %s is not one to be seen later',
      async (from) => {
        await bringTo(scene.store, from);
        const before = await actions();
        expect(await change((outbox) => outbox.find('m', '17.0009', program))).toBe(false);
        expect(await stateOf('m')).toBe(from);
        expect(await actions()).toEqual(before);
      },
    );

    test.each(['unknown', 'refused'] as const)(
      'a person has a message sent again that is %s',
      async (from) => {
        const held = await bringTo(scene.store, from);
        scene.clock.now = later(10);
        const resend = () => change((outbox) => outbox.resend('m', by(ann)));
        expect([await resend(), await resend()]).toEqual([true, false]);
        expect(await scene.store.messages.find('m')).toMatchObject({
          state: 'queued',
          attempts: 0,
          due: later(10),
          reason: undefined,
        });
        expect((await scene.events()).at(-1)).toMatchObject({
          action: 'message.resent',
          actor: { kind: 'person', id: ann },
        });
        expect(await change((outbox) => outbox.confirm(held, '1.1', program))).toBe(false);
        expect(await claimed()).toMatchObject({ attempts: 1, found: 'queued' });
      },
    );

    test.each(['claimed', 'posting', 'posted'] as const)(
      'a message that is %s is not sent again',
      async (from) => {
        await bringTo(scene.store, from);
        expect(await change((outbox) => outbox.resend('m', by(ann)))).toBe(false);
        expect(await change((outbox) => outbox.resend('none', by(ann)))).toBe(false);
        expect(await stateOf('m')).toBe(from);
      },
    );

    test('messages are counted by state, the states without any too', async () => {
      const none = { queued: 0, claimed: 0, posting: 0, posted: 0, refused: 0, unknown: 0 };
      expect(await scene.store.messages.count()).toEqual(none);
      await bringTo(scene.store, 'refused');
      await put('a');
      await put('b');
      expect(await scene.store.messages.count()).toEqual({ ...none, refused: 1, queued: 2 });
    });
  });
}
