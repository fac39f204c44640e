import type { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';

const goodbye = z.object({ type: z.literal('disconnect') });

/**
 * Says when Slack tells a connection that it will be closed, and keeps that from the client, which would close it at once: what Slack sent down it in that moment
 * would be lost, and so would the acknowledgements that are still owed.
 */
export function onGoodbye(client: SocketModeReceiver['client'], tell: () => void): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: readonly unknown[]) => {
    if (isGoodbye(message[0])) tell();
    else for (const read of readers) read(...message);
  });
}

function isGoodbye(message: unknown): boolean {
  try {
    return typeof message === 'string' && goodbye.safeParse(JSON.parse(message)).success;
  } catch {
    return false;
  }
}
