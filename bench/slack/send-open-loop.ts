import { setImmediate, setTimeout } from 'node:timers/promises';
import { sendHttp } from '#test/support/slack/deliver-http.ts';
import type { Packed } from './fake-orders.ts';

/**
 * A command and what came of it. `dueMs`: when it was to be sent, in milliseconds of the clock. `lateMs`: how much later it was; `ackMs`: from when it was due to its
 * acknowledgement; `serviceMs`: from when it was sent. `isAcknowledged`: with 200, in time. `isTaken`: and nothing was said in the acknowledgement.
 */
export type Sent = Packed & {
  readonly dueMs: number;
  readonly lateMs: number;
  readonly ackMs: number;
  readonly serviceMs: number;
  readonly isAcknowledged: boolean;
  readonly isTaken: boolean;
};

/** Sends commands, one every `periodMs` whatever comes of those before: what waits behind a slow one counts as slow too. */
export async function sendOpenLoop(
  url: string,
  commands: readonly Packed[],
  periodMs: number,
): Promise<readonly Sent[]> {
  const start = performance.now() + periodMs;
  const sent: Promise<Sent>[] = [];
  for (const [at, packed] of commands.entries()) {
    const due = start + at * periodMs;
    await waitUntil(due);
    sent.push(send(url, packed, due));
  }
  return Promise.all(sent);
}

async function send(url: string, packed: Packed, due: number): Promise<Sent> {
  const lateMs = performance.now() - due;
  const { status, ack, ackMs: serviceMs } = await sendHttp(url, packed.request);
  const isAcknowledged = status === 200;
  return {
    ...packed,
    dueMs: performance.timeOrigin + due,
    lateMs,
    ackMs: lateMs + serviceMs,
    serviceMs,
    isAcknowledged,
    isTaken: isAcknowledged && ack === undefined,
  };
}

/** A timer is late by up to a millisecond, which would drown what is measured. */
async function waitUntil(due: number): Promise<void> {
  const spareMs = due - performance.now() - 1.5;
  if (spareMs > 0) await setTimeout(spareMs);
  while (performance.now() < due) await setImmediate();
}
