import { describe, expect, test } from 'vitest';
import { deliverNext, type Delivered } from '#src/state/deliver.ts';
import { findDelayMs, usualPatience } from '#src/state/delivery-patience.ts';
import type { MessageKind } from '#src/state/message.ts';
import { notice } from '#src/state/notice.ts';
import type { Sender } from '#src/state/sender.ts';
import type { Store } from '#src/state/store.ts';
import { makeFakeSender, type Fate } from '#test/support/fake-sender.ts';
import {
  archived,
  audit,
  begin,
  busy,
  claim,
  desk,
  down,
  drain,
  eventsBefore,
  key,
  leaseMs,
  leaveBegun,
  newEvents,
  notices,
  opened,
  put,
  running,
  stateOf,
  useDeliveryStore,
  wait,
} from './deliver-scene.ts';

useDeliveryStore();

describe('one turn', () => {
  test.each<{
    readonly of: string;
    readonly fate: Fate;
    readonly result: Partial<Delivered>;
    readonly state: string;
    readonly events: readonly string[];
    readonly arrived: number;
    readonly told: number;
  }>([
    {
      of: 'a message that Slack takes is posted',
      fate: { kind: 'posted' },
      result: { kind: 'posted' },
      state: 'posted',
      events: ['message.posted'],
      arrived: 1,
      told: 0,
    },
    {
      of: 'a message whose answer is lost is found and confirmed',
      fate: { kind: 'unheard' },
      result: { kind: 'posted' },
      state: 'posted',
      events: ['message.posted'],
      arrived: 1,
      told: 0,
    },
    {
      of: 'a message that cannot be found is unknown, and its owner is told',
      fate: { kind: 'lost' },
      result: { kind: 'unknown', reason: 'timeout' },
      state: 'unknown',
      events: ['message.unknown timeout'],
      arrived: 0,
      told: 1,
    },
    {
      of: 'a message that arrives after it was looked for stays unknown',
      fate: { kind: 'late' },
      result: { kind: 'unknown', reason: 'timeout' },
      state: 'unknown',
      events: ['message.unknown timeout'],
      arrived: 1,
      told: 1,
    },
    {
      of: 'a message that Slack never takes is refused, and its owner is told',
      fate: archived,
      result: { kind: 'refused', reason: 'is_archived' },
      state: 'refused',
      events: ['message.refused is_archived'],
      arrived: 0,
      told: 1,
    },
    {
      of: 'a message that Slack takes later waits',
      fate: busy,
      result: { kind: 'delayed', reason: 'ratelimited' },
      state: 'queued',
      events: ['message.delayed ratelimited'],
      arrived: 0,
      told: 0,
    },
  ])('$of', async ({ fate, result, state, events, arrived, told }) => {
    await put();
    const sender = makeFakeSender(() => fate);
    expect(await deliverNext(desk(sender), running)).toMatchObject({ key, ...result });
    expect(await stateOf()).toBe(state);
    expect(await newEvents()).toEqual([
      'message.queued',
      'message.claimed',
      'message.posting',
      ...events,
    ]);
    expect(sender.tries).toEqual([key]);
    expect(sender.arrived.get(key) ?? []).toHaveLength(arrived);
    expect(await notices()).toHaveLength(told);
    await drain();
  });

  test('nothing due is idle, and leaves no trace', async () => {
    await put({ due: new Date(opened.clock.now.getTime() + 1) });
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    expect(await deliverNext(desk(sender), running)).toEqual({ kind: 'idle' });
    expect(await newEvents()).toEqual(['message.queued']);
    await drain();
  });

  test('every step is recorded as the outbox’s own', async () => {
    await put();
    await deliverNext(desk(makeFakeSender(() => ({ kind: 'lost' }))), running);
    const steps = (await opened.events(eventsBefore)).slice(1);
    expect(steps.map(({ action }) => action)).toEqual([
      'message.claimed',
      'message.posting',
      'message.unknown',
      'message.queued',
    ]);
    for (const { actor } of steps) expect(actor).toEqual({ kind: 'program', name: 'outbox' });
    await drain();
  });

  test('the name of the post is kept, and recorded', async () => {
    await put();
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    await deliverNext(desk(sender), running);
    const ts = sender.arrived.get(key)?.[0];
    expect((await opened.store.messages.find(key))?.ts).toBe(ts);
    expect((await opened.events(eventsBefore)).at(-1)?.message).toEqual({ channel: 'C1', ts });
  });
});

describe('a message that another worker left', () => {
  test('begun and found in Slack: it is confirmed, not posted', async () => {
    await put();
    await leaveBegun();
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    // The worker that died had posted.
    await sender.post({ ...(await messageOf()), key });
    expect(await deliverNext(desk(sender), running)).toMatchObject({ kind: 'posted', key });
    expect(sender.tries).toEqual([key]);
    expect(await stateOf()).toBe('posted');
  });

  test('begun and not found: it is given up, never posted, and its owner is told', async () => {
    await put();
    await leaveBegun();
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    const outcome = await deliverNext(desk(sender), running);
    expect(outcome).toMatchObject({ kind: 'unknown', key, reason: 'taken_over' });
    expect(sender.tries).toEqual([]);
    expect(await notices()).toHaveLength(1);
    await drain();
  });

  test('begun, and a notice: it is posted again, and what became of the first is not asked', async () => {
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    await put({ kind: 'notice', channel: 'U1' });
    await leaveBegun();
    const delayed = await deliverNext(desk(sender), running);
    expect(delayed).toMatchObject({ kind: 'delayed', key, reason: 'taken_over' });
    wait(findDelayMs(usualPatience.notice, 2));
    expect(await deliverNext(desk(sender), running)).toMatchObject({ kind: 'posted', key });
    expect(sender.tries).toEqual([key]);
  });

  test('not begun: it is posted', async () => {
    await put();
    await claim();
    wait(leaseMs + 1);
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    expect(await deliverNext(desk(sender), running)).toMatchObject({ kind: 'posted', key });
    expect(sender.tries).toEqual([key]);
  });

  test('while the lease runs it is nobody else’s', async () => {
    await put();
    const held = await claim();
    wait(leaseMs);
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    expect(await deliverNext(desk(sender), running)).toEqual({ kind: 'idle' });
    expect(await begin(held)).toBe(true);
    wait(1);
    await drain();
  });

  const messageOf = async () => {
    const found = await opened.store.messages.find(key);
    if (found === undefined) throw new Error('no such message');
    return found;
  };
});

describe('patience', () => {
  const patience = { ...usualPatience, answer: { firstMs: 1000, mostMs: 4000, mostAttempts: 5 } };

  test('waits double up to the longest', () => {
    expect([1, 2, 3, 4, 5].map((n) => findDelayMs(patience.answer, n))).toEqual([
      1000, 2000, 4000, 4000, 4000,
    ]);
  });

  test.each<[MessageKind, number]>([
    ['answer', 0.5],
    ['digest', 24],
    ['notice', 168],
  ])('a message of the kind %s is tried for about %s hours', (kind, hours) => {
    const { mostAttempts } = usualPatience[kind];
    const waits = Array.from({ length: mostAttempts - 1 }, (_, index) =>
      findDelayMs(usualPatience[kind], index + 1),
    );
    const total = waits.reduce((sum, each) => sum + each, 0) / 3_600_000;
    expect(total / hours).toBeGreaterThan(0.9);
    expect(total / hours).toBeLessThan(1.1);
  });

  test('Slack’s own wait goes before', async () => {
    await put();
    const outcome = await deliverNext(desk(makeFakeSender(() => busy)), running);
    expect(outcome).toMatchObject({ due: new Date(opened.clock.now.getTime() + 7000) });
    await drain();
  });

  test('a message is tried only so often, and then refused', async () => {
    await put();
    const sender = makeFakeSender(() => down);
    const kinds: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      kinds.push((await deliverNext(desk(sender, { patience }), running)).kind);
      wait(4000);
    }
    expect(kinds).toEqual(['delayed', 'delayed', 'delayed', 'delayed', 'refused']);
    expect((await opened.store.messages.find(key))?.reason).toBe('ECONNREFUSED');
    expect(await notices()).toHaveLength(1);
    await drain();
  });

  test('a message that brings down whoever takes it is given up', async () => {
    await put();
    for (let turn = 0; turn < 5; turn += 1) {
      await claim();
      wait(leaseMs + 1);
    }
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    expect(await deliverNext(desk(sender, { patience }), running)).toMatchObject({
      kind: 'refused',
      reason: 'too_many_attempts',
    });
    expect(sender.tries).toEqual([]);
    await drain();
  });

  test('a message that brings down whoever looks for it is given up', async () => {
    await put();
    await begin(await claim());
    const sender: Sender = {
      prepare: () => Promise.reject(new Error('posted again')),
      find: () => Promise.reject(new Error('broken')),
    };
    for (let turn = 0; turn < 9; turn += 1) {
      wait(leaseMs + 1);
      await expect(deliverNext(desk(sender, { patience }), running)).rejects.toThrow('broken');
    }
    wait(leaseMs + 1);
    expect(await deliverNext(desk(sender, { patience }), running)).toMatchObject({
      kind: 'unknown',
      reason: 'too_many_attempts',
    });
    await drain();
  });
});

describe('the notice', () => {
  test('goes to the owner, and says which message, where, and what happened', async () => {
    await put({ kind: 'digest' });
    const outcome = await deliverNext(desk(makeFakeSender(() => archived)), running);
    const told = outcome.kind === 'refused' ? outcome.notice : undefined;
    const message = await opened.store.messages.find(told ?? '');
    expect(message).toMatchObject({ kind: 'notice', channel: 'U1', owner: 'U1', state: 'queued' });
    expect(notice.parse(message?.body)).toEqual({
      kind: 'refused',
      message: { key, kind: 'digest', channel: 'C1' },
      reason: 'is_archived',
    });
    await drain();
  });

  test('that is refused itself makes no other, and says so', async () => {
    await put({ kind: 'notice' });
    const outcome = await deliverNext(desk(makeFakeSender(() => archived)), running);
    expect(outcome).toMatchObject({ kind: 'refused', key, notice: undefined });
    expect(await stateOf()).toBe('refused');
    expect(await notices()).toEqual([]);
  });

  test('that may or may not have been posted is posted again, and is never unknown', async () => {
    await put({ kind: 'notice' });
    const sender = makeFakeSender(() => ({ kind: 'lost' }));
    const outcome = await deliverNext(desk(sender), running);
    expect(outcome).toMatchObject({ kind: 'delayed', key, reason: 'timeout' });
    expect(await notices()).toEqual([]);
    await drain();
    expect(sender.tries).toEqual([key]);
  });

  test('comes again where the message is sent again and fails again', async () => {
    await put();
    await deliverNext(desk(makeFakeSender(() => archived)), running);
    await drain();
    await opened.store.change(({ outbox }) => outbox.resend(key, audit));
    await deliverNext(desk(makeFakeSender(() => archived)), running);
    expect(await notices()).toHaveLength(2);
    await drain();
  });

  test('is written with the end, or neither is', async () => {
    await put();
    const store: Store = {
      ...opened.store,
      change: (work) =>
        opened.store.change((change) =>
          work({
            ...change,
            outbox: { ...change.outbox, put: () => Promise.reject(new Error('no room')) },
          }),
        ),
    };
    const turn = deliverNext(
      desk(
        makeFakeSender(() => archived),
        { store },
      ),
      running,
    );
    await expect(turn).rejects.toThrow('no room');
    expect(await stateOf()).toBe('posting');
    wait(leaseMs + 1);
    await drain();
  });
});
