import type { App, ReceiverEvent } from '@slack/bolt';
import type { Tell } from './tell.ts';

/** `settled`: resolves when all deliveries that have arrived are acknowledged. */
export type Acknowledging = { readonly settled: () => Promise<void> };

/**
 * Has an app acknowledge whatever arrives, once. Bolt by itself lets a delivery that no listener knows, or that is not as Slack documents it, wait until Slack gives
 * up, or answers 500. An acknowledgement that does not arrive is reported, and the delivery is still worked on: what was asked is not lost.
 */
export function acknowledgeAll(app: App, tell: Tell): Acknowledging {
  const dispatch = app.processEvent.bind(app);
  const waiting = new Set<Promise<void>>();
  app.processEvent = async (event) => {
    const ack = acknowledgeOnce(event, tell);
    waiting.add(ack.sent);
    void ack.sent.then(() => waiting.delete(ack.sent));
    try {
      await dispatch({ ...event, ack: ack.send });
      if (!ack.isSent())
        tell('unknown_delivery', 'a delivery is of a kind that is not used: compare the manifest');
    } catch {
      tell('unreadable', 'a delivery is not as Slack documents it');
    }
    await ack.send();
  };
  return {
    settled: async () => {
      await Promise.all(waiting);
    },
  };
}

type AcknowledgeOnce = {
  readonly isSent: () => boolean;
  readonly sent: Promise<void>;
  readonly send: (response?: unknown) => Promise<void>;
};

function acknowledgeOnce(event: ReceiverEvent, tell: Tell): AcknowledgeOnce {
  const { promise: sent, resolve } = Promise.withResolvers<void>();
  let isSent = false;
  return {
    isSent: () => isSent,
    sent,
    send: async (response) => {
      if (isSent) return;
      isSent = true;
      try {
        await event.ack(response);
      } catch {
        tell('not_acknowledged', 'Slack did not get the acknowledgement of a delivery');
      }
      resolve();
    },
  };
}
