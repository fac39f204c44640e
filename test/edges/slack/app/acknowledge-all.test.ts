import { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { acknowledgeAll } from '#src/edges/slack/app/acknowledge-all.ts';

/** An app whose listeners are one function, and what came of a delivery to it. */
async function deliver(
  listener: (ack: () => Promise<void>) => Promise<void>,
  reply: () => Promise<void> = async () => undefined,
) {
  const receiver = { init: () => undefined, start: async () => 0, stop: async () => 0 };
  const app = new App({ receiver, authorize: async () => ({ botId: 'B1' }), convoStore: false });
  const told: string[] = [];
  let acks = 0;
  app.command('/mobility', ({ ack }) => listener(ack));
  const { settled } = acknowledgeAll(app, (code) => told.push(code));
  const ack = () => {
    acks += 1;
    return reply();
  };
  const worked = app.processEvent({ body: { command: '/mobility', user_id: 'U1' }, ack });
  await settled();
  const atSettled = acks;
  await worked;
  return { acks, atSettled, told };
}

test('a delivery is acknowledged once, however often a listener says so', async () => {
  expect(
    await deliver(async (ack) => {
      await ack();
      await ack();
    }),
  ).toEqual({ acks: 1, atSettled: 1, told: [] });
});

test('a delivery that no listener acknowledges is acknowledged and reported', async () => {
  expect(await deliver(async () => undefined)).toEqual({
    acks: 1,
    atSettled: 1,
    told: ['unknown_delivery'],
  });
});

test('an acknowledgement that is lost does not end the work on the delivery', async () => {
  let worked = false;
  const came = await deliver(
    async (ack) => {
      await ack();
      worked = true;
    },
    () => Promise.reject(new Error('the connection is closed')),
  );
  expect(came).toEqual({ acks: 1, atSettled: 1, told: ['not_acknowledged'] });
  expect(worked).toBe(true);
});
