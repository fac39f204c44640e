import { afterAll, beforeAll, beforeEach } from 'vitest';
import { deliverNext } from '#src/state/deliver.ts';
import type { Delivery } from '#src/state/deliver-settle.ts';
import { usualPatience } from '#src/state/delivery-patience.ts';
import type { Claim, NewMessage } from '#src/state/message.ts';
import type { Sender } from '#src/state/sender.ts';
import { makeFakeSender, type Fate } from '#test/support/fake-sender.ts';
import { openDeliveryStore, type DeliveryStore } from './deliver-store.ts';

/** The store of this file of tests, opened before the first by `useDeliveryStore`. */
export let opened: DeliveryStore;
/** The key of this test's message. */
export let key = '';
let count = 0;
/** How many events there were before this test. */
export let eventsBefore = 0;

/** Gives the tests of a file a store, and each a message of its own. */
export function useDeliveryStore(): void {
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
}

export const leaseMs = 60_000;
export const audit = { actor: { kind: 'program', name: 'test' } } as const;
export const running = new AbortController().signal;
export const busy: Fate = { kind: 'notPosted', reason: 'ratelimited', retryAfterMs: 7000 };
export const down: Fate = { kind: 'notPosted', reason: 'ECONNREFUSED', retryAfterMs: undefined };
export const archived: Fate = { kind: 'refused', reason: 'is_archived' };

export const desk = (sender: Sender, part: Partial<Delivery> = {}): Delivery => ({
  store: opened.store,
  sender,
  clock: () => opened.clock.now,
  pause: () => Promise.resolve(),
  leaseMs,
  patience: usualPatience,
  ...part,
});
export const wait = (durationMs: number) => {
  opened.clock.now = new Date(opened.clock.now.getTime() + durationMs);
};
export const put = (part: Partial<NewMessage> = {}) =>
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
export async function claim(): Promise<Claim> {
  const claimed = await opened.store.change(({ outbox }) => outbox.claim({ leaseMs }, audit));
  if (claimed === undefined) throw new Error('nothing is due');
  return claimed;
}
export const begin = (held: Claim) =>
  opened.store.change(({ outbox }) => outbox.begin(held, undefined, audit));
/** A worker begins the message, and is not heard of again. */
export async function leaveBegun(): Promise<Claim> {
  const held = await claim();
  await begin(held);
  wait(leaseMs + 1);
  return held;
}
export const stateOf = async (of = key) => (await opened.store.messages.find(of))?.state;
export const newEvents = async () =>
  (await opened.events(eventsBefore))
    .filter(({ subject }) => subject === key)
    .map(({ action, reason }) => `${action}${reason === undefined ? '' : ` ${reason}`}`);
export const notices = async () =>
  (await opened.outbox(`:${key}:`)).filter((row) => String(row['key']).startsWith(`notice:`));
/** Sends what the test left to send, so that the next begins with an empty outbox. */
export const drain = async () => {
  wait(8 * 86_400_000);
  const rest = desk(makeFakeSender(() => ({ kind: 'posted' })));
  while ((await deliverNext(rest, running)).kind !== 'idle');
};
