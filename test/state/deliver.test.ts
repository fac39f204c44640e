import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Fault } from '#src/fault.ts';
import { deliverAll } from '#src/state/deliver-all.ts';
import { deliverNext, type Delivered } from '#src/state/deliver.ts';
import type { Delivery } from '#src/state/deliver-settle.ts';
import { findDelayMs, usualPatience } from '#src/state/delivery-patience.ts';
import type { Claim, MessageKind, NewMessage } from '#src/state/message.ts';
import { notice } from '#src/state/notice.ts';
import type { Sender } from '#src/state/sender.ts';
import type { Change, Store } from '#src/state/store.ts';
import { makeFakeSender, type Fate } from '#test/support/fake-sender.ts';
import { openDeliveryStore, type DeliveryStore } from './deliver-store.ts';

let opened: DeliveryStore;
let key = '';
let count = 0;
let eventsBefore = 0;

beforeAll(async () => {
  opened = await openDeliveryStore();
}, 60_000);
afterAll(() => opened.close());
beforeEach(async () => {
  count += 1;
  key = `m${count}`;
  opened.clock.now = new Date(opened.clock.now.getTime() + 3_600_000);
  eventsBefore = (await opened.store.audit.head()).seq;
});

const leaseMs = 60_000;
const audit = { actor: { kind: 'program', name: 'test' } } as const;
const running = new AbortController().signal;
const busy: Fate = { kind: 'notPosted', reason: 'ratelimited', retryAfterMs: 7000 };
const down: Fate = { kind: 'notPosted', reason: 'ECONNREFUSED', retryAfterMs: undefined };
const archived: Fate = { kind: 'refused', reason: 'is_archived' };

const desk = (sender: Sender, part: Partial<Delivery> = {}): Delivery => ({
  store: opened.store,
  sender,
  clock: () => opened.clock.now,
  pause: () => Promise.resolve(),
  leaseMs,
  patience: usualPatience,
  ...part,
});
const wait = (durationMs: number) => {
  opened.clock.now = new Date(opened.clock.now.getTime() + durationMs);
};
const put = (part: Partial<NewMessage> = {}) =>
  opened.store.change(({ outbox }) =>
    outbox.put(
      {
        key,
        kind: 'answer',
        channel: 'C1',
        owner: 'U1',
        body: { text: 'x' },
        due: opened.clock.now,
        ...part,
      },
      audit,
    ),
  );
async function claim(): Promise<Claim> {
  const claimed = await opened.store.change(({ outbox }) => outbox.claim({ leaseMs }, audit));
  if (claimed === undefined) throw new Error('nothing is due');
  return claimed;
}
const begin = (held: Claim) => opened.store.change(({ outbox }) => outbox.begin(held, audit));
/** A worker begins the message, and is not heard of again. */
async function leaveBegun(): Promise<Claim> {
  const held = await claim();
  await begin(held);
  wait(leaseMs + 1);
  return held;
}
const stateOf = async (of = key) => (await opened.store.messages.find(of))?.state;
const newEvents = async () =>
  (await opened.events(eventsBefore))
    .filter(({ subject }) => subject === key)
    .map(({ action, reason }) => `${action}${reason === undefined ? '' : ` ${reason}`}`);
const notices = async () =>
  (await opened.outbox(`:${key}:`)).filter((row) => String(row['key']).startsWith(`notice:`));
/** Sends what the test left to send, so that the next begins with an empty outbox. */
const drain = async () => {
  wait(8 * 86_400_000);
  const rest = desk(makeFakeSender(() => ({ kind: 'posted' })));
  while ((await deliverNext(rest, running)).kind !== 'idle');
};

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

describe('a worker that comes back after its lease', () => {
  type Step = (change: Change, held: Claim) => Promise<boolean>;
  const steps: Readonly<Record<string, Step>> = {
    begin: ({ outbox }, held) => outbox.begin(held, audit),
    delay: ({ outbox }, held) => outbox.delay(held, held.due, audit),
    refuse: ({ outbox }, held) => outbox.refuse(held, audit),
    lose: ({ outbox }, held) => outbox.lose(held, audit),
    confirm: ({ outbox }, held) => outbox.confirm(held, '1.1', audit),
  };

  test.each(Object.entries(steps))('may not %s what another one holds', async (_, step) => {
    await put();
    const slow = await claim();
    wait(leaseMs + 1);
    const next = await claim();
    expect(await opened.store.change((change) => step(change, slow))).toBe(false);
    expect(await begin(next)).toBe(true);
    expect(await opened.store.change((change) => step(change, slow))).toBe(false);
    expect(await stateOf()).toBe('posting');
    expect(await opened.store.change(({ outbox }) => outbox.confirm(next, '1.2', audit))).toBe(
      true,
    );
  });

  test.each(['delay', 'refuse', 'lose'])('may not %s a post that was taken over', async (name) => {
    await put();
    const slow = await leaveBegun();
    const next = await claim();
    expect(
      await opened.store.change((change) => steps[name]?.(change, slow) ?? Promise.resolve(true)),
    ).toBe(false);
    expect(await opened.store.change(({ outbox }) => outbox.confirm(next, '1.2', audit))).toBe(
      true,
    );
  });

  test('posts nothing where it has not begun', async () => {
    await put();
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    let isPassed = false;
    const slow: Store = {
      ...opened.store,
      change: async (work) => {
        const result = await opened.store.change(work);
        // Whatever it has just claimed passes to another worker, whose clock is ahead.
        if (!isPassed) {
          isPassed = true;
          wait(leaseMs + 1);
          await claim();
          wait(-leaseMs - 1);
        }
        return result;
      },
    };
    expect(await deliverNext(desk(sender, { store: slow }), running)).toEqual({
      kind: 'passed',
      key,
    });
    expect(sender.tries).toEqual([]);
    wait(2 * leaseMs);
    await drain();
  });

  test('posts nothing where its lease ran out as it began, and hands the message back', async () => {
    await put();
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    const slow: Store = {
      ...opened.store,
      change: async (work) => {
        const result = await opened.store.change(work);
        if ((await stateOf()) === 'posting') wait(leaseMs);
        return result;
      },
    };
    expect(await deliverNext(desk(sender, { store: slow }), running)).toMatchObject({
      kind: 'delayed',
      reason: 'too_slow',
    });
    expect(sender.tries).toEqual([]);
    await drain();
  });

  test('brings the truth of its own post, though another one has given it up', async () => {
    await put();
    const slow = await leaveBegun();
    await deliverNext(desk(makeFakeSender(() => ({ kind: 'posted' }))), running);
    expect(await stateOf()).toBe('unknown');
    expect(await opened.store.change(({ outbox }) => outbox.confirm(slow, '1.9', audit))).toBe(
      true,
    );
    expect(await opened.store.messages.find(key)).toMatchObject({ state: 'posted', ts: '1.9' });
    await drain();
  });

  test('brings nothing of a post before the one that a person asked for', async () => {
    await put();
    const slow = await leaveBegun();
    await deliverNext(desk(makeFakeSender(() => ({ kind: 'posted' }))), running);
    await opened.store.change(({ outbox }) => outbox.resend(key, audit));
    await drainNotices();
    const again = await claim();
    await begin(again);
    expect(await opened.store.change(({ outbox }) => outbox.confirm(slow, '1.9', audit))).toBe(
      false,
    );
    expect(await opened.store.change(({ outbox }) => outbox.confirm(again, '2.0', audit))).toBe(
      true,
    );
  });

  /** The notice is due first, for the message was sent again at the same time and its key comes later. */
  const drainNotices = async () => {
    wait(1);
    const held = await claim();
    const first = held.kind === 'notice' ? held : await claim();
    await begin(first);
    await opened.store.change(({ outbox }) => outbox.confirm(first, '1.5', audit));
    if (held !== first)
      await opened.store.change(({ outbox }) => outbox.delay(held, held.due, audit));
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
      post: () => Promise.reject(new Error('posted again')),
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

  test.each<[string, Fate]>([
    ['unknown', { kind: 'lost' }],
    ['refused', archived],
  ])('that is %s itself makes no other, and says so', async (state, fate) => {
    await put({ kind: 'notice' });
    const outcome = await deliverNext(desk(makeFakeSender(() => fate)), running);
    expect(outcome).toMatchObject({ kind: state, key, notice: undefined });
    expect(await stateOf()).toBe(state);
    expect(await notices()).toEqual([]);
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

describe('a state out of reach', () => {
  const unreachable = new Fault('StoreFault', 'unreachable', 'no', { retryable: true });
  /** A store whose changes fail, before or after they are written, as `fails` says of each by its number from 1. */
  const failing = (fails: (nth: number) => 'before' | 'after' | undefined): Store => {
    let nth = 0;
    return {
      ...opened.store,
      change: async (work) => {
        nth += 1;
        const how = fails(nth);
        if (how === 'before') throw unreachable;
        const result = await opened.store.change(work);
        if (how === 'after') throw unreachable;
        return result;
      },
    };
  };

  test('after the post: the worker goes on trying to write what it alone knows', async () => {
    await put();
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    const waits: number[] = [];
    const store = failing((nth) => (nth > 2 && nth < 6 ? 'before' : undefined));
    const pause = async (durationMs: number) => void waits.push(durationMs);
    expect(await deliverNext(desk(sender, { store, pause }), running)).toMatchObject({
      kind: 'posted',
    });
    expect(waits).toEqual([250, 500, 1000]);
  });

  test('after the post, for long: the fault is thrown, and the post is found later', async () => {
    await put();
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    const store = failing((nth) => (nth > 2 ? 'before' : undefined));
    await expect(deliverNext(desk(sender, { store }), running)).rejects.toBe(unreachable);
    wait(leaseMs + 1);
    expect(await deliverNext(desk(sender), running)).toMatchObject({ kind: 'posted', key });
    expect(sender.tries).toEqual([key]);
  });

  test('an end that was written though its answer was lost tells the owner once', async () => {
    await put();
    const store = failing((nth) => (nth === 3 ? 'after' : undefined));
    const outcome = await deliverNext(
      desk(
        makeFakeSender(() => archived),
        { store },
      ),
      running,
    );
    expect(outcome).toEqual({ kind: 'passed', key });
    expect(await stateOf()).toBe('refused');
    expect(await notices()).toHaveLength(1);
    await drain();
  });

  test.each(['before', 'after'] as const)(
    'as it begins (%s it was written): nothing is posted, and the message goes back',
    async (how) => {
      await put();
      const sender = makeFakeSender(() => ({ kind: 'posted' }));
      const store = failing((nth) => (nth === 2 ? how : undefined));
      await expect(deliverNext(desk(sender, { store }), running)).rejects.toBe(unreachable);
      expect(sender.tries).toEqual([]);
      expect(await stateOf()).toBe('queued');
      await drain();
    },
  );

  test('the loop waits longer and longer, reports each fault, and goes on', async () => {
    await put();
    const stop = new AbortController();
    const waits: number[] = [];
    const kinds: string[] = [];
    await deliverAll(
      desk(
        makeFakeSender(() => ({ kind: 'posted' })),
        {
          store: failing((nth) => (nth < 4 ? 'before' : undefined)),
          pause: async (durationMs) => void waits.push(durationMs),
        },
      ),
      {
        signal: stop.signal,
        idleMs: 100,
        report: ({ kind }) => {
          kinds.push(kind);
          if (kind === 'idle') stop.abort();
        },
      },
    );
    expect(kinds).toEqual(['fault', 'fault', 'fault', 'posted', 'idle']);
    expect(waits).toEqual([200, 400, 800, 100]);
  });

  test('the loop ends at a fault that waiting does not mend', async () => {
    const broken = new Fault('StoreFault', 'denied', 'no');
    const store: Store = { ...opened.store, change: () => Promise.reject(broken) };
    const round = { signal: running, idleMs: 1, report: () => undefined };
    await expect(
      deliverAll(
        desk(
          makeFakeSender(() => ({ kind: 'posted' })),
          { store },
        ),
        round,
      ),
    ).rejects.toBe(broken);
  });
});

describe('a worker that is to stop', () => {
  const round = (signal: AbortSignal) => ({ signal, idleMs: 1, report: () => undefined });

  test('finishes the message that it posts', async () => {
    await put();
    const stop = new AbortController();
    const sender = makeFakeSender(() => {
      stop.abort();
      return { kind: 'posted' };
    });
    await deliverAll(desk(sender), round(stop.signal));
    expect(await stateOf()).toBe('posted');
  });

  test('hands back, in its place, a message that it has not begun', async () => {
    await put();
    const { due } = (await opened.store.messages.find(key)) ?? {};
    const stop = new AbortController();
    const store: Store = {
      ...opened.store,
      change: async (work) => {
        const result = await opened.store.change(work);
        stop.abort();
        return result;
      },
    };
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    wait(5000);
    await deliverAll(desk(sender, { store }), round(stop.signal));
    expect(sender.tries).toEqual([]);
    expect(await opened.store.messages.find(key)).toMatchObject({ state: 'queued', due });
    await drain();
  });

  test('takes nothing more, and does not wait', async () => {
    await put();
    const stop = new AbortController();
    stop.abort();
    const sender = makeFakeSender(() => ({ kind: 'posted' }));
    await deliverAll(
      desk(sender, { pause: () => new Promise(() => undefined) }),
      round(stop.signal),
    );
    expect(await stateOf()).toBe('queued');
    await drain();
  });

  test('is woken where it waits', async () => {
    const stop = new AbortController();
    const signals: (AbortSignal | undefined)[] = [];
    await deliverAll(
      desk(
        makeFakeSender(() => ({ kind: 'posted' })),
        {
          pause: async (_, signal) => {
            signals.push(signal);
            stop.abort();
          },
        },
      ),
      round(stop.signal),
    );
    expect(signals).toEqual([stop.signal]);
  });
});
