import { describe, expect, test } from 'vitest';
import { deliverNext } from '#src/state/deliver.ts';
import type { Claim } from '#src/state/message.ts';
import type { Change, Store } from '#src/state/store.ts';
import { makeFakeSender } from '#test/support/fake-sender.ts';
import {
  audit,
  begin,
  claim,
  desk,
  drain,
  key,
  leaseMs,
  leaveBegun,
  opened,
  put,
  running,
  stateOf,
  useDeliveryStore,
  wait,
} from './deliver-scene.ts';

useDeliveryStore();

describe('a worker that comes back after its lease', () => {
  type Step = (change: Change, held: Claim) => Promise<boolean>;
  const steps: Readonly<Record<string, Step>> = {
    begin: ({ outbox }, held) => outbox.begin(held, undefined, audit),
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
