import { describe, expect, test } from 'vitest';
import { Fault } from '#src/fault.ts';
import { deliverAll } from '#src/state/deliver-all.ts';
import { deliverNext } from '#src/state/deliver.ts';
import type { Store } from '#src/state/store.ts';
import { makeFakeSender } from '#test/support/fake-sender.ts';
import {
  archived,
  desk,
  drain,
  key,
  leaseMs,
  notices,
  opened,
  put,
  running,
  stateOf,
  useDeliveryStore,
  wait,
} from './deliver-scene.ts';

useDeliveryStore();

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
